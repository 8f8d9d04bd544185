import Foundation
import HTTPTypes
import HackerNewsSimulator
import Hummingbird
import HummingbirdTesting
import JSONText
import Logging
import NIOCore
import ServiceRuntime
import Synchronization
import Testing

@testable import StoryPoller

/// The interface that Lambda offers a program: hands out invocations, and keeps what it is told.
final class FakeLambda: Sendable {
  /// What was told: `/2018-06-01/runtime/invocation/1/response`.
  struct Told: Sendable, Hashable {
    let path: String
    let errorType: String?
    let body: JSONValue
  }

  private let state = Mutex((invocations: [(id: String, deadline: Date)](), told: [Told]()))

  var told: [Told] { state.withLock { $0.told } }

  /// Invocations with these IDs, until a moment.
  func invoke(_ ids: String..., until deadline: Date) {
    state.withLock { $0.invocations += ids.map { ($0, deadline) } }
  }

  /// Serves while `body` runs, at the address that it gets; answers 500 when nothing is left to do.
  func with(_ body: @escaping @Sendable (String) async throws -> Void) async throws {
    let router = Router()
    router.get("/2018-06-01/runtime/invocation/next") { [self] _, _ in
      let next = state.withLock { state -> (id: String, deadline: Date)? in
        state.invocations.isEmpty ? nil : state.invocations.removeFirst()
      }
      guard let next else { return Response(status: .internalServerError) }
      var headers: HTTPFields = [:]
      func set(_ name: String, _ value: String) {
        if let name = HTTPField.Name(name) { headers[name] = value }
      }
      set("Lambda-Runtime-Aws-Request-Id", next.id)
      set("Lambda-Runtime-Deadline-Ms", "\(Int(next.deadline.timeIntervalSince1970 * 1000))")
      return Response(
        status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: "{}")))
    }
    router.post("/2018-06-01/runtime/**") { [self] request, _ in
      let bytes = try await request.body.collect(upTo: 1 << 16)
      let errorType = HTTPField.Name("Lambda-Runtime-Function-Error-Type").flatMap {
        request.headers[$0]
      }
      let body = try JSONValue(reading: bytes.readableBytesView)
      state.withLock {
        $0.told.append(Told(path: request.uri.path, errorType: errorType, body: body))
      }
      return Response(status: .accepted)
    }
    let application = Application(
      router: router,
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
      logger: Logger(label: "lambda"))
    try await application.test(.live) { client in
      try await body("localhost:\(try #require(client.port))")
    }
  }
}

/// The poller as a function.
@Suite struct LambdaTests {
  private func path(_ id: String, _ end: String) -> String {
    "/2018-06-01/runtime/invocation/\(id)/\(end)"
  }

  /// Lets the poller be a function until Lambda has no more to do.
  private func run(_ room: Newsroom, on lambda: FakeLambda) async throws {
    try await lambda.with { address in
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
      let lambda = FakeLambda()
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
      let lambda = FakeLambda()
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
      room.feed.setFaults(of: .top, .slow(.seconds(60)))
      let lambda = FakeLambda()
      lambda.invoke("a", until: room.clock.now + 5.3)
      let start = ContinuousClock.now
      try await run(room, on: lambda)
      #expect(start.duration(to: .now) < .seconds(20))
      #expect(lambda.told.first?.errorType == "Poller.RoundFailed")
      #expect(
        lambda.told.first?.body["errorMessage"]?.text == "the round took too long; it stopped")
    }
  }

  @Test func `that another cell has the turn is no failure`() async throws {
    try await Newsroom.with { room in
      room.publish(1)
      _ = await (try room.poller(of: "cell-usw1-01")).round(within: .seconds(60))
      let lambda = FakeLambda()
      lambda.invoke("a", until: room.clock.now + 290)
      try await run(room, on: lambda)
      #expect(lambda.told.first?.body == ["outcome": "taken", "by": "cell-usw1-01"])
    }
  }

  @Test func `a program that can't begin says so`() async throws {
    let lambda = FakeLambda()
    try await lambda.with { address in
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
