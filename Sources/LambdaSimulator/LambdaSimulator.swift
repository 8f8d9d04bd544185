public import Foundation
import HTTPTypes
import Hummingbird
public import JSONText
import LoopbackHTTP
import NIOCore
import Synchronization

/// The interface that AWS Lambda offers a program: hands out invocations, and keeps what it is told.
///
/// Source: AWS Lambda Developer Guide, "Using the Lambda runtime API for custom runtimes", version
/// 2018-06-01, 2026-11.
public final class LambdaSimulator: Sendable {
  /// What was told: `/2018-06-01/runtime/invocation/1/response`.
  public struct Told: Sendable, Hashable {
    /// Where to.
    public let path: String
    /// What the header says of an error.
    public let errorType: String?
    /// The answer, or the error.
    public let body: JSONValue

    /// What a program may tell.
    public init(path: String, errorType: String?, body: JSONValue) {
      self.path = path
      self.errorType = errorType
      self.body = body
    }
  }

  private let state = Mutex((invocations: [(id: String, deadline: Date)](), told: [Told]()))

  /// One with nothing to do yet.
  public init() {}

  /// What it was told, in order.
  public var told: [Told] { state.withLock { $0.told } }

  /// Invocations with these IDs, until a moment.
  public func invoke(_ ids: String..., until deadline: Date) {
    state.withLock { $0.invocations += ids.map { ($0, deadline) } }
  }

  /// Serves on 127.0.0.1 while `body` runs, which gets host and port. When nothing is left to do it answers
  /// 500, as Lambda does when a program should end.
  public func serving<Value: Sendable>(
    _ body: @escaping @Sendable (String) async throws -> Value
  ) async throws -> Value {
    try await withLoopbackServer(answering: router().buildResponder()) {
      try await body("127.0.0.1:\($0)")
    }
  }

  private func router() -> Router<BasicRequestContext> {
    let router = Router()
    router.get("/2018-06-01/runtime/invocation/next") { [self] _, _ in next() }
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
    return router
  }

  private func next() -> Response {
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
}
