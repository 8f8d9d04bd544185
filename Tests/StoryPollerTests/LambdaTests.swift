import Foundation
import HackerNewsSimulator
import JSONText
import LambdaSimulator
import ServiceRuntime
import Testing

@testable import StoryPoller

/// The poller as a function.
@Suite struct LambdaTests {
  private func path(_ id: String, _ end: String) -> String {
    "/2018-06-01/runtime/invocation/\(id)/\(end)"
  }

  /// Lets the poller be a function until Lambda has no more to do.
  private func run(_ room: Newsroom, on lambda: LambdaSimulator) async throws {
    try await lambda.serving { address in
      let transport = AsyncWebTransport()
      let runtime = try #require(
        LambdaRuntime(
          environment: ["AWS_LAMBDA_RUNTIME_API": address], transport: transport))
      let poller = try room.poller()
      let function = PollerFunction(poller, metrics: poller.metrics, now: { room.clock.now })
      do {
        try await runtime.run { await function.handle($0) }
        Issue.record("it ended by itself")
      } catch let error as LambdaRuntime.Broken {
        #expect(error.description == "Lambda answers 500 instead of an invocation")
      }
      try await transport.shutdown()
    }
  }

  @Test func `each invocation is a round, whose metrics are written before the answer`()
    async throws
  {
    try await Newsroom.with { room in
      room.publish(1, 2)
      let lambda = LambdaSimulator()
      lambda.invoke("a", "b", until: room.clock.now + 290)
      try await run(room, on: lambda)
      #expect(
        lambda.told == [
          .init(
            path: path("a", "response"), errorType: nil,
            body: ["outcome": "done", "told": 0, "baseline": 2]),
          .init(
            path: path("b", "response"), errorType: nil,
            body: ["outcome": "done", "told": 0, "baseline": 0]),
        ])
      #expect(room.lines.all.components(separatedBy: "\"PollDuration\":").count == 3)
    }
  }

  @Test func `a round that failed is a failed invocation, and the next one is taken`() async throws
  {
    try await Newsroom.with { room in
      room.publish(1)
      room.feed.setFaults(of: .top, .status(404), .status(404), .status(404), .status(404))
      let lambda = LambdaSimulator()
      lambda.invoke("a", "b", until: room.clock.now + 290)
      try await run(room, on: lambda)
      #expect(
        lambda.told.first
          == .init(
            path: path("a", "error"), errorType: "Poller.RoundFailed",
            body: [
              "errorMessage": "Hacker News is unavailable: it answers 404",
              "errorType": "Poller.RoundFailed", "stackTrace": [],
            ]))
      #expect(lambda.told.last?.body["baseline"] == 1)
      #expect(room.lines.all.contains("\"PollFailures\":1"))
    }
  }

  @Test func `a round ends before the function's time does`() async throws {
    try await Newsroom.with { room in
      room.publish(1)
      room.feed.setFaults(of: .top, .slow(.seconds(600)))
      let lambda = LambdaSimulator()
      lambda.invoke("a", until: room.clock.now + 5.3)
      let start = ContinuousClock.now
      try await run(room, on: lambda)
      #expect(start.duration(to: .now) < .seconds(300))
      #expect(lambda.told.first?.errorType == "Poller.RoundFailed")
      #expect(
        lambda.told.first?.body["errorMessage"]?.text == "the round took too long; it stopped")
    }
  }

  @Test func `that another cell has the turn is no failure`() async throws {
    try await Newsroom.with { room in
      room.publish(1)
      _ = await (try room.poller(of: "cell-usw1-01")).round(within: .seconds(60))
      let lambda = LambdaSimulator()
      lambda.invoke("a", until: room.clock.now + 290)
      try await run(room, on: lambda)
      #expect(lambda.told.first?.body == ["outcome": "taken", "by": "cell-usw1-01"])
    }
  }

  @Test func `a program that can't begin says so`() async throws {
    let lambda = LambdaSimulator()
    try await lambda.serving { address in
      let transport = AsyncWebTransport()
      let runtime = try #require(
        LambdaRuntime(environment: ["AWS_LAMBDA_RUNTIME_API": address], transport: transport))
      try await runtime.failInitialization(.init(type: "Poller.CannotBegin", message: "why"))
      try await transport.shutdown()
    }
    #expect(
      lambda.told == [
        .init(
          path: "/2018-06-01/runtime/init/error", errorType: "Poller.CannotBegin",
          body: ["errorMessage": "why", "errorType": "Poller.CannotBegin", "stackTrace": []])
      ])
  }

  @Test func `a program that Lambda doesn't run sees no interface`() {
    #expect(LambdaRuntime(environment: [:], transport: AsyncWebTransportStub()) == nil)
  }

  private struct AsyncWebTransportStub: WebTransport {
    func send(_ request: WebRequest) async throws(WebFailure) -> WebResponse {
      throw WebFailure("nobody asks")
    }
  }
}
