import Foundation
import Hummingbird
import JSONText
import LoopbackHTTP
import NIOCore
import Synchronization

/// A topic that remembers what it got, and springs a trap at one step of a publication.
final class TrappedTopic: Sendable {
  /// Where the trap springs.
  enum Trap: Sendable {
    /// The publication has come; the topic doesn't take it.
    case arrived
    /// The topic has taken it; the publisher isn't told.
    case recorded
    /// The publisher was told, or is about to be.
    case answered
  }

  private struct State {
    var published: [String: Int] = [:]
    var trap: (Trap, CheckedContinuation<Void, Never>)?
  }

  private let state = Mutex(State())

  /// How often each alert's event came.
  var published: [String: Int] { state.withLock { $0.published } }

  /// Returns when the trap has sprung.
  func spring(_ trap: Trap) async {
    await withCheckedContinuation { continuation in
      state.withLock { $0.trap = (trap, continuation) }
    }
  }

  /// Serves on a port of this machine while `body` runs.
  func serving(port: Int, _ body: @escaping @Sendable () async throws -> Void) async throws {
    let router = Router()
    router.post("/") { [self] request, _ in
      let bytes = try await request.body.collect(upTo: 1 << 20)
      return await answer(to: String(buffer: bytes))
    }
    try await withLoopbackServer(answering: router.buildResponder(), port: port) { _ in
      try await body()
    }
  }

  private func answer(to form: String) async -> Response {
    guard let alert = Self.alert(in: form) else { return Response(status: .badRequest) }
    let trap = state.withLock { state -> (Trap, CheckedContinuation<Void, Never>)? in
      defer { state.trap = nil }
      if case .arrived? = state.trap?.0 { return state.trap }
      state.published[alert, default: 0] += 1
      return state.trap
    }
    switch trap?.0 {
    case nil: break
    case .arrived?, .recorded?:
      trap?.1.resume()
      // Whoever waits for this answer is being killed.
      try? await Task.sleep(for: .seconds(5))
      return Response(status: .serviceUnavailable)
    case .answered?: trap?.1.resume()
    }
    let xml = """
      <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>\
      <MessageId>\(UUID().uuidString)</MessageId></PublishResult></PublishResponse>
      """
    return Response(
      status: .ok, headers: [.contentType: "text/xml"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: xml)))
  }

  private static func alert(in form: String) -> String? {
    for pair in form.split(separator: "&") where pair.hasPrefix("Message=") {
      let text = pair.dropFirst("Message=".count).replacing("+", with: " ").removingPercentEncoding
      return text.flatMap { try? JSONValue(reading: $0.utf8) }?["alert_id"]?.text
    }
    return nil
  }
}
