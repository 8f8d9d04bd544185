extension CoverageDocument {
  /// A link to each chapter, with how much it holds.
  var contents: String {
    var anchors = Anchors()
    var links: [String] = []
    for chapter in chapters {
      links.append(
        "- [\(chapter.title)](#\(anchors.next(for: chapter.title))), \(chapter.rows.count) rows")
      for section in chapter.filledSections { _ = anchors.next(for: section.heading) }
    }
    links.append("- [Corrections](#\(anchors.next(for: "Corrections"))), \(corrections.count) rows")
    return links.joined(separator: "\n")
  }
}

extension CoverageChapter {
  /// Those that the page shows.
  var filledSections: [CoverageSection] { sections.filter { !$0.rows.isEmpty } }
}

/// What leads to the headings of a page, from the first to the last: their words with hyphens, and a
/// number from the second of a name on.
///
/// As GitHub makes them. Source: documentation of dmc-parser 0.3, `slugger`, 2026-11.
private struct Anchors {
  private var seen: [String: Int] = [:]

  mutating func next(for heading: String) -> String {
    let words = heading.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
      .replacing(" ", with: "-")
    defer { seen[words, default: 0] += 1 }
    return seen[words].map { "\(words)-\($0)" } ?? words
  }
}
