import Foundation

/// A named pipe that shows whether any process still holds its writing end.
struct Fifo {
  let path: String
  private let reader: FileHandle

  /// Opens the reading end first, so that a writer need not wait.
  init(at path: String) throws {
    self.path = path
    guard mkfifo(path, 0o600) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    reader = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// What was written, once the last writer is gone.
  func textUntilNobodyWrites() throws -> String {
    guard fcntl(reader.fileDescriptor, F_SETFL, O_RDONLY) == 0 else {
      throw POSIXError(.init(rawValue: errno) ?? .EIO)
    }
    return String(decoding: try reader.readToEnd() ?? Data(), as: UTF8.self)
  }
}
