import Foundation
import SourceLocations

/// Colours on a terminal, and nothing elsewhere.
struct Ink {
  /// Whether there are colours.
  let isColoured: Bool

  /// No colours.
  static let none = Ink(isColoured: false)

  /// Colours for what is written to a file descriptor, where that is a terminal that has them and
  /// nobody asks for none.
  ///
  /// Source: no-color.org, "NO_COLOR", which counts where it is not empty; `TERM=dumb` as in terminfo's
  /// description of terminals without abilities; 2026-11.
  static func forTerminal(
    _ descriptor: Int32, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Ink {
    let isWanted = environment["NO_COLOR"].map(\.isEmpty) ?? true
    let isAble = environment["TERM"].map { $0 != "dumb" && !$0.isEmpty } ?? false
    return Ink(isColoured: isWanted && isAble && isatty(descriptor) == 1)
  }

  /// A part of a diagnostic.
  func styled(_ part: Diagnostic.TextPart, _ text: String) -> String {
    switch part {
    case .place: coloured(text, .bold)
    case .severity(.error): coloured(text, .boldRed)
    case .severity(.warning): coloured(text, .boldYellow)
    case .label: coloured(text, .cyan)
    }
  }

  /// What a command says of its own failure: `error: …`, then `  fix: …`.
  func problem(_ text: String) -> String {
    lines(of: text) { line in
      for (label, colour) in [("error:", Colour.boldRed), ("  fix:", .cyan)]
      where line.hasPrefix(label) {
        return coloured(label, colour) + line.dropFirst(label.count)
      }
      return line
    }
  }

  /// A difference: what comes is green, what goes is red, what changes is yellow.
  ///
  /// Marks of ours stand behind 0, 2 or 8 spaces. The lines around a change of a file begin with one
  /// space and an even indent, so that a list of YAML among them is none.
  func difference(_ text: String) -> String {
    lines(of: text) { line in
      let indent = line.prefix { $0 == " " }.count
      guard [0, 2, 8].contains(indent), let colour = Colour(ofMark: line.dropFirst(indent)) else {
        return line
      }
      return coloured(line, colour)
    }
  }

  private func lines(of text: String, _ paint: (String) -> String) -> String {
    guard isColoured else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { paint(String($0)) }.joined(separator: "\n")
  }

  /// Source: ECMA-48, "Select Graphic Rendition", 1991; every terminal with colours knows these.
  private enum Colour: String {
    case bold = "1"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case cyan = "36"
    case boldRed = "1;31"
    case boldYellow = "1;33"

    /// The colour of a line that begins so; nil for one that has no mark.
    init?(ofMark line: Substring) {
      switch line.prefix(while: { $0 != " " }) {
      case "-/+", "!", "?": self = .boldRed
      case "~": self = .yellow
      case "@@": self = .cyan
      default:
        switch line.first {
        case "+": self = .green
        case "-": self = .red
        default: return nil
        }
      }
    }
  }

  private func coloured(_ text: String, _ colour: Colour) -> String {
    isColoured ? "\u{1b}[\(colour.rawValue)m\(text)\u{1b}[0m" : text
  }
}
