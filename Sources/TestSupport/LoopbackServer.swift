import Foundation

/// A server on loopback for one connection at a time, which does what a test says and nothing of HTTP.
public final class LoopbackServer: Sendable {
  /// Where it listens.
  public let port: UInt16
  private let listener: Int32

  /// Listens on a port of its own.
  public init() throws {
    let (socket, port) = try listeningSocket()
    listener = socket
    self.port = port
  }

  deinit { close(listener) }

  /// Waits for a client.
  public func accept() async -> Connection {
    await withCheckedContinuation { continuation in
      // Blocks, and so gets a thread of its own.
      Thread.detachNewThread { [listener] in
        continuation.resume(returning: Connection(socket: systemAccept(listener, nil, nil)))
      }
    }
  }

  /// A client that is connected.
  public struct Connection: Sendable {
    fileprivate let socket: Int32

    /// Writes `text`, which may be nothing, and closes.
    public func finish(_ text: String = "") {
      write(text)
      close(socket)
    }

    /// Closes so that the client reads an error and not an end.
    public func reset() {
      var option = linger(l_onoff: 1, l_linger: 0)
      setsockopt(
        socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
      close(socket)
    }

    /// Writes `text`, and stays open.
    public func write(_ text: String) {
      _ = Array(text.utf8).withUnsafeBytes { systemWrite(socket, $0.baseAddress, $0.count) }
    }

    /// Waits for some of a request.
    public func readRequest() async {
      await onThread { socket in
        var bytes = [UInt8](repeating: 0, count: 4096)
        _ = read(socket, &bytes, bytes.count)
      }
    }

    /// Reads until the client closes its side.
    public func readToEnd() async {
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

/// The system's functions, whose names the methods have.
private let systemAccept = accept
private let systemWrite = write
