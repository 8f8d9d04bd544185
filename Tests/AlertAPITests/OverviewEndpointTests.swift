import EmbeddedBackend
import HTTPTypes
import HummingbirdTesting
import JSONText
import NIOCore
import SQL
import ServiceTestSupport
import Testing

@testable import AlertAPI

/// The overview's tables of endpoints and of errors, row by row.
@Suite(.runningPostgreSQL) struct OverviewEndpointTests {
  @Test(arguments: TestDatabase.allCases)
  func `each endpoint of the overview has its status`(backing: TestDatabase) async throws {
    try await RunningAPI.with(backing) { api in
      let person = #"{"name":"John Doe","phone_number":"+1234567890"}"#
      let story = #"{"title":"T","message":"M","delivery_method":"sms"}"#
      #expect(try await api.send(.get, "/health", key: nil).status == 200)
      let alert = try await api.send(.post, "/v1/alerts", story)
      #expect(alert.status == 202)
      let alertPath = "/v1/alerts/\(try #require(alert.json?["alert_id"]?.text))"
      #expect(try await api.send(.get, "/v1/alerts").status == 200)
      #expect(try await api.send(.get, alertPath).status == 200)
      #expect(try await api.send(.get, "\(alertPath)/status").status == 200)
      #expect(try await api.send(.put, alertPath, story).status == 200)
      #expect(try await api.send(.delete, alertPath).status == 204)
      let recipient = try await api.send(.post, "/v1/recipients", person)
      #expect(recipient.status == 201)
      let recipientPath = "/v1/recipients/\(try #require(recipient.json?["recipient_id"]?.text))"
      #expect(try await api.send(.get, "/v1/recipients").status == 200)
      #expect(try await api.send(.get, recipientPath).status == 200)
      let renamed = person.replacing("John", with: "Jane")
      let changed = try await api.send(.put, recipientPath, renamed)
      #expect(changed.status == 200)
      #expect(changed.json?["name"] == "Jane Doe")
    }
  }

  @Test(arguments: [.unavailable, .timeout, .conflict] as [SQLError.Kind])
  func `a database that does not answer is 503, and when to come again`(_ kind: SQLError.Kind) {
    let told = APIError(telling: SQLError(kind, "gone"))
    #expect(told?.code == .unavailable)
    #expect(told?.code.status == .serviceUnavailable)
    #expect(told?.headers[.retryAfter] == "1")
  }

  @Test(arguments: [.notUnique(constraint: "c"), .constraint, .wrongStatement] as [SQLError.Kind])
  func `a mistake of ours is told to nobody`(_ kind: SQLError.Kind) {
    #expect(APIError(telling: SQLError(kind, "secret")) == nil)
  }
}
