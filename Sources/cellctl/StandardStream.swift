import Foundation

/// Where a command's results go, and where its diagnostics, so that the two don't mix.
enum StandardStream {
  case output
  case error

  /// Writes `text` and a line feed, or nothing for an empty text.
  ///
  /// For results: whoever reads them must learn that they are not whole.
  ///
  /// - Throws: ``UnwritableOutput``, for example on a full disk.
  func writeOrThrow(_ text: String) throws(UnwritableOutput) {
    guard !text.isEmpty else { return }
    do {
      try handle.write(contentsOf: Data("\(text)\n".utf8))
    } catch {
      throw UnwritableOutput(reason: error.localizedDescription)
    }
  }

  /// The same for diagnostics: where they can't be written there is nobody left to tell, and the
  /// exit status still says how it went.
  func write(_ text: String) {
    do throws(UnwritableOutput) {
      try writeOrThrow(text)
    } catch {
      return
    }
  }

  /// The colours that whoever reads it wants.
  var ink: Ink { .forTerminal(handle.fileDescriptor) }

  private var handle: FileHandle {
    switch self {
    case .output: .standardOutput
    case .error: .standardError
    }
  }
}

/// Standard output takes nothing more.
struct UnwritableOutput: Error, CustomStringConvertible {
  /// What the system says.
  let reason: String

  var description: String { "can't write the result: \(reason)" }
}
