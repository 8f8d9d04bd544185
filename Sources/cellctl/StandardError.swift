import Foundation

/// Where diagnostics go, so that they don't mix with what another program reads.
enum StandardError {
  /// Writes `text` and a line feed.
  static func write(_ text: String) {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
  }
}
