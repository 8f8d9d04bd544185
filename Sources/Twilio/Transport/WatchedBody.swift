import NIOCore
import Synchronization

/// A request's body that knows whether anybody has asked for it.
///
/// async-http-client asks for a body once it has a connection and has written the head, and Twilio can't
/// act on a form of which it has nothing: while nobody has asked, nothing was sent, whichever way the
/// request ended.
/// Source: async-http-client 1.37, `Transaction.resumeRequestBodyStream`; RFC 9112, section 6.3: a
/// message shorter than its Content-Length is incomplete.
final class WatchedBody: AsyncSequence, Sendable {
  private let bytes: ByteBuffer
  private let asked = Atomic(false)

  init(_ bytes: ByteBuffer) { self.bytes = bytes }

  /// Whether some of it may have left.
  var wasAskedFor: Bool { asked.load(ordering: .sequentiallyConsistent) }

  func makeAsyncIterator() -> Iterator { Iterator(body: self) }

  struct Iterator: AsyncIteratorProtocol {
    fileprivate var body: WatchedBody?

    mutating func next() -> ByteBuffer? {
      guard let body else { return nil }
      self.body = nil
      body.asked.store(true, ordering: .sequentiallyConsistent)
      return body.bytes
    }
  }
}
