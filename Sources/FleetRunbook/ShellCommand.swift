/// A command of a shell, as people copy it, or a few that belong together.
public struct ShellCommand: Sendable, Hashable {
  /// The command, on one line or on several that belong together.
  public let text: String

  /// Puts a command together of lines of words; what the shell would read otherwise is quoted.
  public init(_ lines: [String]...) {
    text = lines.map { $0.map(Self.quoted).joined(separator: " ") }.joined(separator: " \\\n  ")
  }

  /// Takes lines as they stand, for what is more than words: pipes and comments.
  init(script: String) { text = script }

  /// A word as a POSIX shell reads it back.
  ///
  /// Source: POSIX.1-2024, Shell Command Language, "Quoting".
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "_-./:=,@%+".utf8.contains(byte)
        }
      }
    return isPlain ? word : "'\(word.replacing("'", with: "'\\''"))'"
  }
}
