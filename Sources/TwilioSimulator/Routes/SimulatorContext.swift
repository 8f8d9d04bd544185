import Foundation
import Hummingbird
import NIOCore

/// What is known of a request beside itself: its connection, which faults break.
struct SimulatorContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  private let connection: any NIOCore.Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    connection = source.channel
  }

  /// Closes the connection in the middle of whatever it does.
  ///
  /// - Parameter isReset: so that the other side reads an error, and not an end.
  func breakConnection(isReset: Bool) async -> Response {
    if isReset, let socket = connection as? any SocketOptionProvider {
      // Fails where the connection is gone already, which is as well.
      try? await socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
    }
    try? await connection.close().get()
    // Nobody gets it.
    return Response(status: .serviceUnavailable)
  }
}
