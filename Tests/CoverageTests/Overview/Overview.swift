import Foundation

/// The overview that was given, `docs/overview.txt`: the system that is to be built.
struct Overview: Sendable {
  let lines: [String]

  /// Reads the file of this package.
  static func given() throws -> Overview {
    Overview(
      text: try String(
        contentsOf: package.appending(path: "docs/overview.txt"), encoding: .utf8))
  }

  init(text: String) { lines = text.split(separator: "\n").map(String.init) }

  /// What of the overview no row of `chapters` speaks of, and which quotes it does not have, line by
  /// line.
  ///
  /// A line is spoken of where a quote touches it, a figure where it lies inside a quote. Headings
  /// are those of the sections, in their order; the head of a table needs no row.
  func omissions(in chapters: [CoverageChapter]) -> [String] {
    let sections = chapters.flatMap(\.sections).filter {
      !$0.rows.allSatisfy(\.quotes.isEmpty) || $0.rows.isEmpty
    }
    var starts: [Int] = []
    var problems: [String] = []
    for section in sections {
      let from = starts.last.map { $0 + 1 } ?? 0
      guard let start = lines[from...].firstIndex(of: section.heading) else {
        problems.append("no heading “\(section.heading)” after line \(from)")
        continue
      }
      starts.append(start)
    }
    guard problems.isEmpty else { return problems }
    for (index, section) in sections.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : lines.count
      problems += omissions(in: section, of: starts[index] + 1..<end)
    }
    if let first = starts.first, first > 0 { problems.append("line 1 is under no heading") }
    return problems
  }

  private func omissions(in section: CoverageSection, of range: Range<Int>) -> [String] {
    var quoted = lines[range].map { [Bool](repeating: false, count: $0.utf8.count) }
    var problems: [String] = []
    for quote in section.rows.flatMap(\.quotes) {
      let spans = spans(of: quote, in: range)
      if spans.isEmpty {
        problems.append("“\(quote.title)” does not stand under “\(section.heading)”")
      }
      for span in spans {
        for line in span.lines {
          let bytes = span.bytes(of: line, count: lines[line].utf8.count)
          for byte in bytes { quoted[line - range.lowerBound][byte] = true }
        }
      }
    }
    for line in range where !isTableHead(line) {
      let marks = quoted[line - range.lowerBound]
      if !marks.contains(true) {
        problems.append("no row speaks of line \(line + 1): \(lines[line])")
      } else {
        for figure in Self.figures(of: lines[line]) where !figure.bytes.allSatisfy({ marks[$0] }) {
          problems.append("no row speaks of \(figure.text) in line \(line + 1): \(lines[line])")
        }
      }
    }
    return problems
  }

  private func isTableHead(_ line: Int) -> Bool {
    lines[line].hasPrefix("|---") || line + 1 < lines.count && lines[line + 1].hasPrefix("|---")
  }
}
