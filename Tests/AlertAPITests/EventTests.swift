import Foundation
import HTTPTypes
import ServiceTestSupport
import Testing

@testable import AlertAPI

@Suite struct EventTests {
  @Test func `news need a key`() async throws {
    try await RunningAPI.with(.sqlite) { api in
      let answer = try await api.send(.get, "/v1/events", key: nil)
      #expect(answer.status == 401)
    }
  }
}
