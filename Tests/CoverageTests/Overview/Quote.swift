/// Words of the overview.
enum Quote: Sendable, Hashable, ExpressibleByStringLiteral {
  /// A piece of a line, or of several.
  case text(String)
  /// From a line through the next one that is the second.
  case lines(String, through: String)

  init(stringLiteral text: String) { self = .text(text) }

  /// As a table or a message shows it: on one line, without the marks of tables and lists.
  var title: String {
    switch self {
    case .text(let text): text.split(separator: "\n").map(Self.bare).joined(separator: " ")
    case .lines(let first, let last): "\(Self.bare(first[...])) … \(Self.bare(last[...]))"
    }
  }

  /// `VPC · Network` of `| VPC | Network |`, `Interval: 30 seconds` of `- Interval: 30 seconds`.
  private static func bare(_ line: Substring) -> String {
    guard line.hasPrefix("| "), line.hasSuffix(" |") else {
      return String(line.hasPrefix("- ") ? line.dropFirst(2) : line)
    }
    return String(line.dropFirst(2).dropLast(2)).replacing(" | ", with: " · ")
  }
}
