import NIOCore
import Synchronization

/// How many connections are open.
final class ConnectionCount: Sendable {
  private let count = Mutex(0)

  /// As many as are open now.
  var current: Int { count.withLock { $0 } }

  /// Counts one connection, from its first moment to its last.
  func handler() -> any RemovableChannelHandler { Handler(counting: self) }

  private final class Handler: ChannelInboundHandler, RemovableChannelHandler, Sendable {
    typealias InboundIn = any Sendable
    private let connections: ConnectionCount

    init(counting connections: ConnectionCount) { self.connections = connections }

    func handlerAdded(context: ChannelHandlerContext) {
      connections.count.withLock { $0 += 1 }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
      connections.count.withLock { $0 -= 1 }
    }
  }
}
