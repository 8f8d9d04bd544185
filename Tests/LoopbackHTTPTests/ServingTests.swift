import AsyncHTTPClient
import Hummingbird
import LoopbackHTTP
import NIOHTTP1
import Synchronization
import Testing

@Suite struct ServingTests {
  private final class Count: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }
    func add() { count.withLock { $0 += 1 } }
  }

  private struct Failure: Error, Equatable {}

  private static let responder = CallbackResponder { (_: Request, _: BasicRequestContext) in
    Response(status: .noContent)
  }

  private static let client: HTTPClient = {
    var configuration = HTTPClient.Configuration()
    // A port where nobody listens is an answer.
    configuration.connectionPool.retryConnectionEstablishment = false
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }()

  private static func ask(_ port: Int) async throws -> UInt {
    var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/")
    // A connection of its own for each.
    request.headers.add(name: "Connection", value: "close")
    return try await client.execute(request, timeout: .seconds(60)).status.code
  }

  @Test func `serves while its body runs, and gives what the body gives`() async throws {
    let port = try await withLoopbackServer(answering: Self.responder) { port in
      let status = try await Self.ask(port)
      #expect(status == 204)
      return port
    }
    await #expect(throws: (any Error).self) { try await Self.ask(port) }
  }

  @Test func `throws what its body throws, and can be cancelled`() async throws {
    await #expect(throws: Failure()) {
      try await withLoopbackServer(answering: Self.responder) { _ in throw Failure() }
    }
    let task = Task {
      try await withLoopbackServer(answering: Self.responder) { _ in
        try await Task.sleep(for: .seconds(600))
      }
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func `a port that is taken is an error`() async throws {
    try await withLoopbackServer(answering: Self.responder) { port in
      await #expect(throws: (any Error).self) {
        try await withLoopbackServer(answering: Self.responder, port: port) { _ in
          Issue.record("two servers have the same port")
        }
      }
    }
  }

  @Test func `cancels what is under way`() async throws {
    let (asked, asking) = AsyncStream.makeStream(of: Void.self)
    let responder = CallbackResponder { (_: Request, _: BasicRequestContext) in
      asking.yield()
      try await Task.sleep(for: .seconds(600))
      return Response(status: .noContent)
    }
    let start = ContinuousClock.now
    let caller = try await withLoopbackServer(answering: responder) { port in
      let caller = Task { try await Self.ask(port) }
      for await _ in asked { break }
      return caller
    }
    #expect(start.duration(to: .now) < .seconds(300))
    // An error, or nothing any more.
    #expect((try? await caller.value) != 204)
  }

  @Test func `ends while connections come in`() async throws {
    for _ in 0..<20 {
      let answered = Count()
      let callers = try await withLoopbackServer(answering: Self.responder) { port in
        let callers = (0..<8).map { _ in
          Task {
            // Until it is gone.
            while try await Self.ask(port) == 204 { answered.add() }
          }
        }
        while answered.value < 8 { try await Task.sleep(for: .milliseconds(1)) }
        return callers
      }
      for caller in callers { await #expect(throws: (any Error).self) { try await caller.value } }
    }
  }
}
