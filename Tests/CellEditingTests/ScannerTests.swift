import Foundation
import Testing

@testable import CellEditing

@Suite struct ScannerTests {
  private func tokens(_ text: String) throws -> [String] {
    let source = try SwiftSource(Array(text.utf8))
    return source.tokens.map { source.text($0.range) }
  }

  @Test(arguments: [
    ("2...6", ["2", ".", ".", ".", "6"]), ("0.5", ["0.5"]), ("1_000", ["1_000"]),
    ("a.b(`in`: c)", ["a", ".", "b", "(", "`in`", ":", "c", ")"]),
    (#""a \"b\" c" d"#, [#""a \"b\" c""#, "d"]),
    (#""\(a("b"))" c"#, [#""\(a("b"))""#, "c"]),
    (##"#"a " \( b"# c"##, [##"#"a " \( b"#"##, "c"]),
    (##"#"a \#(b("#")) c"# d"##, [##"#"a \#(b("#")) c"#"##, "d"]),
    ("\"\"\"\na \" b\n\\(\"c\")\n\"\"\" d", ["\"\"\"\na \" b\n\\(\"c\")\n\"\"\"", "d"]),
    ("a // b\nc", ["a", "c"]), ("a /* b /* c */ d */ e", ["a", "e"]),
    ("größe: 1", ["größe", ":", "1"]),
  ])
  func `cuts source into tokens`(text: String, expected: [String]) throws {
    #expect(try tokens(text) == expected)
  }

  @Test func `knows what begins a line, also behind a comment or a text on several`() throws {
    let source = try SwiftSource(Array("a /* \n */ b\n\"\"\"\n\\(c\n)\n\"\"\" d\ne".utf8))
    #expect(source.tokens.map(\.startsLine) == [true, true, true, false, true])
  }

  /// Regular expressions, which it does not know, are in none of them.
  @Test(arguments: ["cells", "Sources/CellDescription", "Sources/CellContract"])
  func `reads every file that people write such things in`(folder: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../\(folder)").standardizedFileURL.path
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    let files = names.filter { $0.hasSuffix(".swift") }
    #expect(files.count > 3)
    for name in files {
      let text = try String(contentsOfFile: "\(root)/\(name)", encoding: .utf8)
      let source = try SwiftSource(Array(text.utf8))
      #expect(!source.tokens.isEmpty, "\(name)")
    }
  }
}
