extension SourceFile {
  /// Takes the element at `offset` away, with the line that it leaves empty.
  ///
  /// A comment at the end of the line goes too; one above it stays, for it may speak of more.
  mutating func removeElement(at offset: Int) throws(EditingFailure) {
    let range = try call(at: offset).range
    guard let (block, statements) = try source().block(around: offset),
      statements.contains(where: { $0.range == range })
    else { throw .notThere(location(of: offset), expected: "an element of a block") }
    let removal = removal(of: range, from: block)
    try replace(removal, with: "")
    try dropDoubledBlankLine(at: removal.lowerBound)
  }

  /// The element and what belongs to it alone: its line, or the semicolon beside it.
  private func removal(of element: Range<Int>, from block: Range<Int>) -> Range<Int> {
    let before = text(of: lineStart(at: element.lowerBound)..<element.lowerBound)
    let lineEnd = endOfLine(at: element.upperBound)
    let behind = text(of: element.upperBound..<lineEnd)
    if before.allSatisfy(\.isWhitespace), isEmpty(behind) {
      return lineStart(at: element.lowerBound)..<min(lineEnd + 1, bytes.count)
    }
    // Beside others, or in a block on one line.
    let semicolon = behind.prefix { $0 == " " || $0 == ";" }
    if semicolon.contains(";") {
      return element.lowerBound..<element.upperBound + semicolon.utf8.count
    }
    let leading = before.reversed().prefix { $0 == " " || $0 == ";" }.count
    let trailing = behind.prefix { $0 == " " }.count
    let isAlone = element.lowerBound - leading == block.lowerBound + 1
    return element.lowerBound - leading..<element.upperBound + (isAlone ? trailing : 0)
  }

  /// Whether the rest of a line is nothing but a comment.
  private func isEmpty(_ rest: String) -> Bool {
    let text = rest.drop { $0.isWhitespace }
    return text.isEmpty || text.hasPrefix("//")
  }

  /// Of two blank lines, or one at the edge of a block, that a removal left at `start`, drops one.
  private mutating func dropDoubledBlankLine(at start: Int) throws(EditingFailure) {
    guard start > 0, start == lineStart(at: start), bytes[start...].first == UInt8(ascii: "\n")
    else { return }
    let above = text(of: lineStart(at: start - 1)..<start - 1)
    if above.allSatisfy(\.isWhitespace) || above.hasSuffix("{") {
      try replace(start..<start + 1, with: "")
    }
  }
}
