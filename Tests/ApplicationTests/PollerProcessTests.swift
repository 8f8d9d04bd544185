import CellContract
import Commands
import Foundation
import HackerNewsSimulator
import JSONText
import TestSupport
import Testing

/// The poller's program in a cell, with a Hacker News of its own.
@Suite struct PollerProcessTests {
  @Test
  func `a cell's poller tells what is new, ends when it is told to, and goes on where it was`()
    async throws
  {
    try await RunningCell.with { cell in
      let migration = try await cell.api("migrate").run(timeLimit: .seconds(120))
      #expect(migration.status.isSuccess, "\(migration.outputText)")
      let feed = HackerNewsSimulator()
      for id in 1...4 { feed.setStory(Int64(id), "Story \(id)") }
      feed.setTop([1, 2, 3])
      try await feed.serving { feedURL in
        try await cell.serving { base, _ in
          let port = try freePort()
          let poller = try cell.with([
            "BIZCOMMS_PORT": "\(port)", "BIZCOMMS_HACKER_NEWS_URL": feedURL,
          ]).poller()
          let health = CellClient(base: "http://127.0.0.1:\(port)", key: "")
          try await cell.running(poller) { log in
            try await health.waitUntilReady()
            let answer = try await health.send("GET", "/health")
            #expect(answer.json == ["status": "ok", "cell": "cell-use1-01", "database": "ok"])
            try await wait(for: "the first round: 3 stories", in: log)
          }
          feed.setTop([4, 1, 2])
          try await cell.running(poller) { log in
            try await wait(for: "a round: 1 stories told", in: log)
          }
          let client = CellClient(base: base, key: RunningCell.apiKey)
          let alerts = try await client.send("GET", "/v1/alerts").json["alerts"]?.elements ?? []
          #expect(
            alerts.map { $0["message"]?.text } == ["Story 4\nhttps://example.com/4"])
          #expect(try await cell.receive().contains(alerts.first?["alert_id"]?.text ?? "none"))
        }
      }
      #expect(feed.violations == [])
    }
  }

  @Test func `a cell's poller that lacks variables names them all, and ends`() async throws {
    let command = Command(
      try PackageBuild(of: APIProcessTests.Anchor.self).executable("bizcomms-poller"),
      environment: [
        "AWS_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
        "BIZCOMMS_CELL": "cell-use1-01",
      ], advice: "build it")
    let result = try await command.run(timeLimit: .seconds(60))
    #expect(!result.status.isSuccess)
    for variable in ServiceName.poller.contract.environment {
      #expect(result.outputText.contains("\(variable.key) is missing"))
    }
  }

  private func wait(for text: String, in log: @Sendable () -> String) async throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while !log().contains(text) {
      try #require(ContinuousClock.now < deadline, "no `\(text)` in the log:\n\(log())")
      try await Task.sleep(for: .milliseconds(50))
    }
  }
}

extension RunningCell {
  /// A run of the poller's program.
  func poller() throws -> Command {
    let build = try PackageBuild(of: APIProcessTests.Anchor.self)
    return command(try build.executable("bizcomms-poller"), ["run", "--host", "127.0.0.1"])
  }
}
