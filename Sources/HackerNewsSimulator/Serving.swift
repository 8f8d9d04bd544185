import HTTPTypes
import Hummingbird
import JSONText
import LoopbackHTTP
import NIOCore
import Synchronization

extension HackerNewsSimulator {
  /// Serves on 127.0.0.1 while `body` runs, which gets the address: `http://127.0.0.1:4010`. Then
  /// requests under way are cancelled.
  ///
  /// - Parameter port: 0 for any that is free.
  public func serving<Value: Sendable>(
    port: Int = 0, _ body: @escaping @Sendable (String) async throws -> Value
  ) async throws -> Value {
    try await withLoopbackServer(
      answering: CallbackResponder { (request: Request, _: BasicRequestContext) in
        try await self.respond(to: request)
      }, port: port
    ) { try await body("http://127.0.0.1:\($0)") }
  }

  private func respond(to request: Request) async throws -> Response {
    let path = request.uri.string
    guard request.method == .get, let document = Document(path: path) else {
      state.withLock { $0.violations.append("\(request.method.rawValue) \(path)") }
      return Response(status: .notFound)
    }
    state.withLock { state in
      state.requests.append(path)
      state.underWay += 1
      state.mostAtOnce = max(state.mostAtOnce, state.underWay)
    }
    defer { state.withLock { $0.underWay -= 1 } }
    return try await answer(document)
  }

  private func answer(_ document: Document) async throws -> Response {
    switch nextFault(of: document) {
    case nil: break
    case .slow(let duration): try await Task.sleep(for: duration)
    case .status(let status, let retryAfter):
      var headers: HTTPFields = [:]
      headers[.retryAfter] = retryAfter
      return Response(status: .init(code: status), headers: headers)
    case .body(let text): return json(Array(text.utf8))
    case .length(let count): return json([UInt8](repeating: UInt8(ascii: " "), count: count))
    }
    return json(contents(of: document).bytes)
  }

  private func json(_ bytes: [UInt8]) -> Response {
    Response(
      status: .ok, headers: [.contentType: "application/json; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

extension HackerNewsSimulator.Document {
  /// What is asked for; nil where the real one has nothing. No number begins with 0 or a sign.
  init?(path: String) {
    if path == "/v0/topstories.json" {
      self = .top
      return
    }
    guard path.hasPrefix("/v0/item/"), path.hasSuffix(".json") else { return nil }
    let digits = path.dropFirst("/v0/item/".count).dropLast(".json".count)
    guard let id = Int64(digits), id > 0, "\(id)" == digits else { return nil }
    self = .item(id)
  }
}
