import Foundation

/// A port of loopback that nobody listens on.
///
/// Another process may take it before a server does, which then says so and ends.
///
/// - Throws: `POSIXError` where there is none.
public func freePort() throws -> UInt16 {
  let (socket, port) = try boundSocket()
  close(socket)
  return port
}

/// A socket that listens on a free port of loopback; the caller closes it.
///
/// - Throws: `POSIXError` where there is none.
public func listeningSocket() throws -> (socket: Int32, port: UInt16) {
  let (socket, port) = try boundSocket()
  guard listen(socket, 16) == 0 else {
    close(socket)
    throw lastError()
  }
  return (socket, port)
}

private func boundSocket() throws -> (socket: Int32, port: UInt16) {
  let socket = socket(AF_INET, streamSocket, 0)
  guard socket >= 0 else { throw lastError() }
  var address = loopback(port: 0)
  let status = withGeneric(&address) { generic, length in
    bind(socket, generic, length.pointee) == 0 ? getsockname(socket, generic, length) : -1
  }
  guard status == 0 else {
    defer { close(socket) }
    throw lastError()
  }
  return (socket, UInt16(bigEndian: address.sin_port))
}

/// Whether somebody listens on a port of loopback.
public func canConnect(to port: UInt16) -> Bool {
  let socket = socket(AF_INET, streamSocket, 0)
  guard socket >= 0 else { return false }
  defer { close(socket) }
  var address = loopback(port: port)
  return withGeneric(&address) { connect(socket, $0, $1.pointee) } == 0
}

private func loopback(port: UInt16) -> sockaddr_in {
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = port.bigEndian
  address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
  return address
}

/// Passes an address on as the functions of sockets want it.
private func withGeneric(
  _ address: inout sockaddr_in,
  _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> CInt
) -> CInt {
  var length = socklen_t(MemoryLayout<sockaddr_in>.size)
  return withUnsafeMutablePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, &length) }
  }
}

private func lastError() -> POSIXError {
  POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
}

#if canImport(Glibc)
  private let streamSocket = Int32(SOCK_STREAM.rawValue)
#else
  private let streamSocket = SOCK_STREAM
#endif
