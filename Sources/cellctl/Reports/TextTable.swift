/// Columns of text, as wide as their widest cell and two spaces apart.
struct TextTable {
  let rows: [[String]]
  /// Columns of numbers, which end below each other.
  var rightAligned: Range<Int> = 0..<0
  /// Where the last column is broken into lines, which go on below where it begins; nil for never.
  var width: Int?

  var text: String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        let isLast = column == row.count - 1
        if column > 0 { line += "  " }
        line +=
          rightAligned.contains(column)
          ? padding + cell : isLast ? wrapped(cell, after: line.count) : cell + padding
      }
      return line
    }.joined(separator: "\n")
  }

  /// `text` in lines that begin in column `start` and end before ``width``, broken at spaces; a word
  /// that is longer stands alone, and spaces in front stay.
  private func wrapped(_ text: String, after start: Int) -> String {
    guard let width else { return text }
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, start + last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
    let indent = String(text.prefix { $0 == " " })
    return indent + lines.joined(separator: "\n" + indent + String(repeating: " ", count: start))
  }
}
