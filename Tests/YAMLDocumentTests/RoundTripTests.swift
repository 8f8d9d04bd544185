import Foundation
import Testing
import YAMLDocument

/// What is written is read back by a reader of YAML 1.1 (PyYAML) and one of 1.2 (ruamel.yaml).
@Suite struct RoundTripTests {
  @Test func `written YAML is read back by the readers of both versions`() throws {
    var random = SeededRandom(seed: 20_261_123)
    var values = [Self.nasty]
    values += (0..<400).map { _ in YAMLValue.random(depth: 4, using: &random) }
    let documents = try values.enumerated().map { number, value in
      let file = YAMLFile(header: "Document \(number): \"a\"", value: value)
      return (yaml: try file.text(), json: value.json)
    }
    let outcome = try readBack(documents)
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.text.contains("\(values.count) documents, 2 readers, 0 differences"))
  }

  @Test func `the check tells a number with a point from a whole one, and refuses no documents`()
    throws
  {
    let different = try readBack([(yaml: Array("a: 1.0\n".utf8), json: #"{"a": 1}"#)])
    #expect(different.status == 1)
    #expect(different.text.contains("1 documents, 2 readers, 2 differences"))
    #expect(try readBack([]).status == 1)
  }

  /// Has both readers compare each document with its meaning in JSON.
  private func readBack(
    _ documents: [(yaml: [UInt8], json: String)]
  ) throws -> (status: Int32, text: String) {
    let python = try #require(
      Interpreter.python,
      "no Python with PyYAML and ruamel.yaml: run `make test`, which sets .tools/venv up")
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "bizcomms-yaml-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: directory) } }
    for (number, document) in documents.enumerated() {
      try Data(document.yaml).write(to: directory.appending(path: "\(number).yaml"))
      try Data(document.json.utf8).write(to: directory.appending(path: "\(number).json"))
    }
    return try python.run("roundtrip.py", directory.path)
  }

  /// Every text that has been known to change its type on the way, as value, element and key.
  private static let nasty: YAMLValue = {
    let texts = [
      "", " ", "  a", "a  ", "true", "True", "yes", "YES", "no", "on", "off", "y", "Y", "n", "N",
      "null", "Null", "NULL", "~", "=", "<<", "0", "-0", "017", "08", "0o17", "0x1F", "0b101",
      "1_000", "1,000", "12:30:45", "190:20:30", "-1:30", "012345678901", "123456789012", "1.10",
      "1.", ".5", "1e3", "1e+3", "1.0e3", "-.5E-3", "._", ".", "..", "...", "---", "--- a", "-",
      "--", ".inf", "-.Inf", "+.INF", ".nan", ".NaN", "2001-12-14", "2001-12-14 21:59:43.10 -5",
      "2001-12-14t21:59:43.10-05:00", "a: b", "a:", ":", "::", ":a", "a #b", "#", "- a", "? a",
      "?", "!a", "&a", "*a", "|", ">", "|-", "%a", "@a", "`a", "{}", "[]", "{a", "[a", ", a", "'",
      "''", "\"", "\\", "\\n", "it's", "a\tb", "\ta", "\t", "\n", "\n\n", "a\n", "a\n\n", "a\nb",
      " a\nb", "a\n b", "a \nb", "a\n\nb\n", "a\n\tb", "a\r\nb", "\r", "a\n# b\n", "a\n---\nb\n",
      "a\n...\nb", "\u{0}", "\u{7F}", "\u{85}", "a\u{85}b", "\u{A0}", "\u{2028}", "a\u{2029}\nb",
      "\u{FEFF}a", "\u{FFFD}", "é", "o\u{308}", "日本語", "😀", "a\n😀\n", "{{ .Values.a }}",
      String(repeating: "k", count: 129), String(repeating: "long text, ", count: 500),
    ]
    return [
      "values": .sequence(texts.map(YAMLValue.string)),
      "keys": .mapping(texts.map { YAMLMember($0, .string($0)) }),
      "nested": [["a": .sequence(texts.map { ["b": .string($0)] })]],
    ]
  }()
}
