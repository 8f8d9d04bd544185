import Foundation
import TestSupport

/// A server on loopback for one connection, which does what a test says and nothing of HTTP.
final class LoopbackServer: Sendable {
  let port: UInt16
  private let listener: Int32

  init() throws {
    let (socket, port) = try listeningSocket()
    listener = socket
    self.port = port
  }

  deinit { close(listener) }

  /// Waits for a client.
  func accept() async -> Connection {
    await withCheckedContinuation { continuation in
      // Blocks, and so gets a thread of its own.
      Thread.detachNewThread { [listener] in
        continuation.resume(returning: Connection(socket: systemAccept(listener, nil, nil)))
      }
    }
  }

  /// A client that is connected.
  struct Connection: Sendable {
    fileprivate let socket: Int32

    /// Writes `text`, which may be nothing, and closes.
    func finish(_ text: String = "") {
      _ = Array(text.utf8).withUnsafeBytes { write(socket, $0.baseAddress, $0.count) }
      close(socket)
    }

    /// Waits for some of a request.
    func readRequest() async {
      await onThread { socket in
        var bytes = [UInt8](repeating: 0, count: 4096)
        _ = read(socket, &bytes, bytes.count)
      }
    }

    /// Reads until the client closes its side.
    func readToEnd() async {
      await onThread { socket in
        var bytes = [UInt8](repeating: 0, count: 4096)
        while read(socket, &bytes, bytes.count) > 0 {}
        close(socket)
      }
    }

    /// Reading blocks, and so gets a thread of its own.
    private func onThread(_ body: @escaping @Sendable (Int32) -> Void) async {
      await withCheckedContinuation { continuation in
        Thread.detachNewThread { [socket] in
          body(socket)
          continuation.resume()
        }
      }
    }
  }
}

/// The system's function, whose name the method has.
private let systemAccept = accept
