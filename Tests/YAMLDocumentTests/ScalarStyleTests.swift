import Testing
import YAMLDocument

@Suite struct ScalarStyleTests {
  @Test(arguments: [
    "", "true", "True", "TRUE", "false", "yes", "Yes", "no", "on", "ON", "off", "y", "Y", "n", "N",
    "null", "Null", "~", "=", "<<",
    "0", "-1", "+1", "012345678901", "017", "0o17", "0x1F", "0b11", "1_000", "1,000", "12:30:45",
    "190:20:30.15", "1.10", "16.8", "1e3", "1E3", ".5", "5.", "-.5", "+.5e-3", "1e+21", ".", "._",
    ".inf", "-.INF", "+.Inf", ".nan", ".NaN",
    "2001-12-14", "2001-1-2", "2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43.10 -5",
    "2001-12-15T02:59:43.1Z",
  ])
  func `that another type could claim is in double quotes, as value and as key`(
    text: String
  ) throws {
    #expect(try line(["a": .string(text)]) == "a: \"\(text)\"\n")
    #expect(try line([text: "a"]) == "\"\(text)\": a\n")
  }

  @Test(arguments: [
    "a", "yesterday", "nullable", "trues", "i-0abc", "500m", "512Mi", "10.0.0.0/16", "us-east-1a",
    "cell-use1-01", "arn:aws:sqs:us-east-1:123456789012:queue", "https://a.example.com:443/x?y=z#w",
    "a b", "-c", "--flag", "/bin/sh", "a:b", "a#b", "..a", "=a",
    "<none>", "héé", "日本語", "$(VAR)", "(x)", "a, b", "a\"b", "it's", "~/x", "\\d+",
  ])
  func `that is text to every reader stays bare`(text: String) throws {
    #expect(try line(["a": .string(text)]) == "a: \(text)\n")
    #expect(try line([text: 1]) == "\(text): 1\n")
  }

  @Test(arguments: [
    " a", "a ", " ", "a: b", "a:", ":", "a #b", "# a", "- a", "-", "? a", "?", "---", "--- a",
    "...", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a", "{a", "[a", "\"a", "*",
  ])
  func `that the syntax could claim is in quotes`(text: String) throws {
    #expect(
      ["a: '\(text)'\n", "a: \"\(text)\"\n"].contains(try line(["a": .string(text)])))
  }

  @Test func `that does not print is escaped`() throws {
    let text = "\t\r\u{0}\u{7}\u{1B}\u{7F}\u{85}\u{2028}\u{2029}\u{FEFF}\u{FFFE}\\\""
    #expect(
      try line(["a": .string(text)])
        == #"a: "\t\r\0\a\e\x7F\N\L\P\uFEFF\uFFFE\\\"""# + "\n")
  }

  @Test func `of several lines is a literal block where that is faithful`() throws {
    #expect(
      try line(["a": "one\ntwo: x\n\n  three\n", "b": 1]) == """
        a: |
          one
          two: x

            three
        b: 1

        """)
    #expect(try line(["a": ["one\ntwo"]]) == "a:\n- |-\n  one\n  two\n")
  }

  @Test(arguments: [
    ("\n", #""\n""#), ("a\n\n", #""a\n\n""#), ("\na", #""\na""#), (" a\nb", #"" a\nb""#),
    ("a \nb", #""a \nb""#), ("a\nb ", #""a\nb ""#), ("a\tb\nc", #""a\tb\nc""#),
    ("a\r\nb", #""a\r\nb""#), ("a\u{2028}\nb", #""a\L\nb""#),
  ])
  func `of several lines is escaped where a block would not be faithful`(
    text: String, expected: String
  ) throws {
    #expect(try line(["a": .string(text)]) == "a: \(expected)\n")
  }

  @Test func `at the root or as a key is never a block`() throws {
    #expect(try line("---\na\n") == "\"---\\na\\n\"\n")
    #expect(try line(["a\nb": 1]) == "? \"a\\nb\"\n: 1\n")
  }

  @Test(arguments: [
    (0.0, "0.0"), (-0.0, "-0.0"), (3, "3.0"), (0.1, "0.1"), (-1.5, "-1.5"), (1e21, "1.0e+21"),
    (1.5e300, "1.5e+300"), (1e-7, "1.0e-07"), (.leastNonzeroMagnitude, "5.0e-324"),
  ])
  func `that is a number has a point and a signed exponent`(
    number: Double, expected: String
  ) throws {
    #expect(try line(.number(number)) == expected + "\n")
  }

  @Test func `that is a whole number keeps every digit`() throws {
    #expect(
      try line([.integer(.max), .integer(.min)])
        == "- 9223372036854775807\n- -9223372036854775808\n")
  }

  private func line(_ value: YAMLValue) throws -> String {
    String(decoding: try YAMLFile(value: value).text(), as: UTF8.self)
  }
}
