import Testing

/// Swift in which a comment at the end of a line says what the compiler has to print about it:
/// `// advice: …` for a misplaced element, at its first character, `// error: …` for anything else.
struct AnnotatedSource {
  let lines: [String]

  init(_ lines: [String]) { self.lines = lines }
  init(_ text: String) { lines = text.split(separator: "\n").map(String.init) }

  /// Compiles the source after the preamble and compares every line with its comment.
  func check() async throws {
    let preamble = samplePreamble.split(separator: "\n", omittingEmptySubsequences: false)
    let messages = try await typecheck(
      (preamble.map(String.init) + lines).joined(separator: "\n") + "\n")
    let byLine = Dictionary(grouping: messages) { $0.line - preamble.count - 1 }
    for (index, line) in lines.enumerated() {
      let said = (byLine[index] ?? []).map { $0.severity + ": " + $0.text }
      #expect(said == expected(in: line).map { [$0] } ?? [], "\(line)")
      guard line.contains("// advice: ") else { continue }
      let column = line.utf8.prefix { $0 == UInt8(ascii: " ") }.count + 1
      #expect(byLine[index]?.map(\.column) == [column], "\(line)")
    }
    #expect(messages.filter { $0.line <= preamble.count } == [], "the preamble itself is at fault")
  }

  private func expected(in line: String) -> String? {
    if let advice = line.split(separator: "// advice: ", maxSplits: 1).dropFirst().first {
      return "error: 'buildExpression' is unavailable: \(advice)"
    }
    return line.split(separator: "// error: ", maxSplits: 1).dropFirst().first.map {
      "error: \($0)"
    }
  }
}
