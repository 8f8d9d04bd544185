import Foundation
import Synchronization

/// Where lines go; each is written whole, with its end.
public final class LineOutput: Sendable {
  private let write: @Sendable ([UInt8]) -> Void

  /// Lines go to `write`, which is called from several threads at once.
  public init(_ write: @escaping @Sendable ([UInt8]) -> Void) { self.write = write }

  /// Lines go to a file that is open, the standard output as a rule.
  ///
  /// A line that can't be written is lost: a service does not stop because nobody reads its log.
  public convenience init(file descriptor: Int32) {
    let lock = Mutex(())
    self.init { line in
      lock.withLock { _ in
        line.withUnsafeBytes { bytes in
          var rest = bytes[...]
          while !rest.isEmpty {
            let written = Foundation.write(
              descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { return }
            rest = rest.dropFirst(written)
          }
        }
      }
    }
  }

  /// Lines go to the end of the file at `path`, which its owner alone can read.
  public convenience init(appendingTo path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
    }
    self.init(file: descriptor)
  }

  /// Writes a line.
  public func write(_ line: [UInt8]) { write(line + [UInt8(ascii: "\n")]) }
}
