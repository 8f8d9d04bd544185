import CellContract
import Commands
import Foundation
import HackerNewsSimulator
import JSONText
import LambdaSimulator
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
            try await wait(for: "a round; stories told: 1,", in: log)
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

  @Test
  func `the same program is a function: each invocation is a round, metrics before the answer`()
    async throws
  {
    try await RunningCell.with { cell in
      let migration = try await cell.api("migrate").run(timeLimit: .seconds(120))
      #expect(migration.status.isSuccess, "\(migration.outputText)")
      let feed = HackerNewsSimulator()
      feed.setStory(1, "Story 1")
      feed.setTop([1])
      let lambda = LambdaSimulator()
      lambda.invoke("a", "b", until: Date() + 290)
      let output = try await feed.serving { feedURL in
        try await lambda.serving { address in
          let function = try cell.with([
            "AWS_LAMBDA_RUNTIME_API": address, "BIZCOMMS_HACKER_NEWS_URL": feedURL,
          ]).poller()
          // It ends because Lambda, in the end, answers as if it wanted it to.
          return try await function.run(timeLimit: .seconds(120)).outputText
        }
      }
      #expect(lambda.told.map { $0.body["baseline"] } == [1, 0], "\(output)")
      #expect(lambda.told.allSatisfy { $0.errorType == nil && $0.path.hasSuffix("/response") })
      #expect(output.components(separatedBy: "\"PollDuration\":").count == 3)
    }
  }

  @Test func `a function that lacks variables tells Lambda which`() async throws {
    let lambda = LambdaSimulator()
    try await lambda.serving { address in
      let command = Command(
        try PackageBuild(of: APIProcessTests.Anchor.self).executable("bizcomms-poller"),
        environment: [
          "AWS_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
          "BIZCOMMS_CELL": "cell-use1-01", "AWS_LAMBDA_RUNTIME_API": address,
        ], advice: "build it")
      let result = try await command.run(timeLimit: .seconds(60))
      #expect(!result.status.isSuccess)
    }
    let told = try #require(lambda.told.first)
    #expect(told.path == "/2018-06-01/runtime/init/error")
    #expect(told.errorType == "Poller.CannotBegin")
    let message = told.body["errorMessage"]?.text ?? ""
    for variable in ServiceName.poller.contract.environment {
      #expect(message.contains("\(variable.key) is missing"))
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
}

/// Returns when a log has a text; throws after three minutes.
func wait(for text: String, in log: @Sendable () -> String) async throws {
  let deadline = ContinuousClock.now + .seconds(180)
  while !log().contains(text) {
    try #require(ContinuousClock.now < deadline, "no `\(text)` in the log:\n\(log())")
    try await Task.sleep(for: .milliseconds(50))
  }
}

extension RunningCell {
  /// A run of the poller's program.
  func poller(_ options: String...) throws -> Command {
    let build = try PackageBuild(of: APIProcessTests.Anchor.self)
    return command(
      try build.executable("bizcomms-poller"), ["run", "--host", "127.0.0.1"] + options)
  }
}
