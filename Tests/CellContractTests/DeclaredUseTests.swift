import CellContract
import Foundation
import SourceLocations
import Testing

@Suite struct DeclaredUseTests {
  @Test func `lists the uses of each service in source order, under their property's names`() {
    #expect(
      APIResources.declared.map(\.property)
        == ["database", "events", "deliveryStatus", "deliveries", "apiKeys", "twilio"])
    #expect(
      WorkerResources.declared.map(\.property)
        == [
          "database", "work", "fanOut", "deadLetters", "deliveries", "deliveryStatus", "twilio",
          "callbacks",
        ])
    #expect(PollerResources.declared.map(\.property) == ["lease", "stories", "api", "apiKey"])
  }

  @Test(arguments: [
    (ServiceName.api, "APIResources.swift"), (.worker, "WorkerResources.swift"),
    (.poller, "PollerResources.swift"),
  ])
  func `each use is placed where its declaration stands`(
    service: ServiceName, fileName: String
  ) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/CellContract/Services/\(fileName)").standardizedFileURL
    let lines = try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    for use in service.contract.uses {
      #expect(use.location.file.hasSuffix("/Sources/CellContract/Services/\(fileName)"))
      let line = lines[use.location.line - 1]
      #expect(line.hasPrefix("  @Uses("), "\(use.property)")
      #expect(line.hasSuffix(") public var \(use.property)"), "\(use.property)")
    }
    #expect(Set(service.contract.uses.map(\.location.line)).count == service.contract.uses.count)
  }

  @Test func `every use that needs an owner names it`() {
    #expect(
      APIResources.declared.map(\.access.requirement)
        == [.database(.alerts), nil, nil, .table(.deliveries), nil, nil])
    #expect(
      WorkerResources.declared.map(\.access.requirement)
        == [
          .database(.alerts), nil, nil, nil, .table(.deliveries), nil, nil, .service(.api),
        ])
    #expect(
      PollerResources.declared.map(\.access.requirement)
        == [.database(.alerts), .table(.stories), .service(.api), nil])
  }

  @Test func `a stored property that is not declared with Uses traps, and is named`() async throws {
    let result = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      struct Smuggling: ServiceResources {
        var endpoint = "https://example.com"
      }
      _ = Smuggling.declared
    }
    let text = String(decoding: result.standardErrorContent, as: UTF8.self)
    #expect(text.contains("Smuggling.endpoint must be declared with @Uses"))
  }
}
