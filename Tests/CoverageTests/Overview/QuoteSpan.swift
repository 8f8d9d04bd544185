/// Where a quote stands: lines of the overview, all of those between the first and the last.
struct QuoteSpan: Hashable, Sendable {
  let lines: ClosedRange<Int>
  /// The first byte in the first line.
  let start: Int
  /// The byte after the last in the last line.
  let end: Int

  /// The bytes of one of its lines, which has `count`.
  func bytes(of line: Int, count: Int) -> Range<Int> {
    (line == lines.lowerBound ? start : 0)..<(line == lines.upperBound ? end : count)
  }
}

/// A number as the overview writes it: `30`, `10.0.11.0/24`, `$991`, `<1`. What is part of a word or of a
/// colour is none.
struct OverviewFigure: Hashable, Sendable {
  let text: String
  let bytes: Range<Int>
}

extension Overview {
  /// Every place in `range` where a quote stands.
  func spans(of quote: Quote, in range: Range<Int>) -> [QuoteSpan] {
    switch quote {
    case .text(let text):
      let parts = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      return range.flatMap { line -> [QuoteSpan] in
        guard line + parts.count <= range.upperBound else { return [] }
        return parts.count == 1
          ? Self.starts(of: parts[0], in: lines[line]).map {
            QuoteSpan(lines: line...line, start: $0, end: $0 + parts[0].utf8.count)
          }
          : span(of: parts, at: line)
      }
    case .lines(let first, let last):
      guard let start = range.first(where: { lines[$0] == first }),
        let end = range.first(where: { $0 >= start && lines[$0] == last })
      else { return [] }
      return [QuoteSpan(lines: start...end, start: 0, end: lines[end].utf8.count)]
    }
  }

  /// A quote that goes over the end of a line.
  private func span(of parts: [String], at line: Int) -> [QuoteSpan] {
    let last = line + parts.count - 1
    guard lines[line].hasSuffix(parts[0]), lines[last].hasPrefix(parts[parts.count - 1]),
      Array(lines[line + 1..<max(last, line + 1)]) == Array(parts.dropFirst().dropLast())
    else { return [] }
    return [
      QuoteSpan(
        lines: line...last, start: lines[line].utf8.count - parts[0].utf8.count,
        end: parts[parts.count - 1].utf8.count)
    ]
  }

  private static func starts(of text: String, in line: String) -> [Int] {
    line.ranges(of: text).map { line.utf8.distance(from: line.startIndex, to: $0.lowerBound) }
  }

  /// The figures of a line.
  static func figures(of line: String) -> [OverviewFigure] {
    line.matches(of: /[#A-Za-z0-9_]+(?:[.\/][A-Za-z0-9]+)*/).compactMap { match in
      guard match.output.first?.isNumber == true else { return nil }
      let start = line.utf8.distance(from: line.startIndex, to: match.range.lowerBound)
      return OverviewFigure(
        text: String(match.output), bytes: start..<start + match.output.utf8.count)
    }
  }
}
