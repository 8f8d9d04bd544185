import HTTPTypes
import Hummingbird
import JSONText
import Logging
import NIOCore
import Synchronization

extension HackerNewsSimulator {
  /// Serves on 127.0.0.1 while `body` runs, which gets the address: `http://127.0.0.1:4010`. Then
  /// everything under way is cancelled.
  ///
  /// - Parameter port: 0 for any that is free.
  public func serving<Value: Sendable>(
    port: Int = 0, _ body: @escaping @Sendable (String) async throws -> Value
  ) async throws -> Value {
    let (ports, portsEnd) = AsyncThrowingStream.makeStream(of: Int.self)
    // It has nothing to tell.
    var logger = Logger(label: "hacker-news-simulator")
    logger.logLevel = .critical
    let application = Application(
      responder: CallbackResponder { (request: Request, _: BasicRequestContext) in
        try await self.respond(to: request)
      },
      configuration: ApplicationConfiguration(
        address: .hostname("127.0.0.1", port: port), serverName: nil),
      onServerRunning: { channel in
        if let port = channel.localAddress?.port { portsEnd.yield(port) }
      },
      logger: logger)
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        do {
          try await application.run()
          portsEnd.finish(throwing: CancellationError())
        } catch {
          portsEnd.finish(throwing: error)
        }
      }
      defer { group.cancelAll() }
      for try await port in ports { return try await body("http://127.0.0.1:\(port)") }
      throw CancellationError()
    }
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
