import Foundation

/// Cuts bytes that arrive in pieces into lines.
struct LineSplitter {
  /// The start of a line whose end has not arrived.
  private var started: [UInt8] = []

  /// Takes a piece and hands on each line that it completes.
  mutating func split(_ bytes: UnsafeRawBufferPointer, onLine: (String) -> Void) {
    guard var start = bytes.baseAddress else { return }
    let end = start + bytes.count
    // memchr because a loop over single bytes is 50 times slower in debug builds.
    while let lineFeed = memchr(start, CInt(UInt8(ascii: "\n")), end - start) {
      let line = UnsafeRawBufferPointer(start: start, count: UnsafeRawPointer(lineFeed) - start)
      if started.isEmpty {
        onLine(String(decoding: line, as: UTF8.self))
      } else {
        started.append(contentsOf: line)
        onLine(String(decoding: started, as: UTF8.self))
        started.removeAll(keepingCapacity: true)
      }
      start = UnsafeRawPointer(lineFeed) + 1
    }
    started.append(contentsOf: UnsafeRawBufferPointer(start: start, count: end - start))
  }

  /// Hands on the last line where it lacks a line feed.
  mutating func finish(onLine: (String) -> Void) {
    guard !started.isEmpty else { return }
    onLine(String(decoding: started, as: UTF8.self))
    started = []
  }
}
