import Foundation
import TerraformDocument
import Testing

@Suite struct JSONReaderTests {
  @Test(
    arguments: [
      ("null", TerraformJSON.null), (" true ", true), ("false", false), ("-12", -12),
      ("2.5e1", .number(25)), ("\"\"", ""), ("[]", []), ("{ }", [:]),
      ("[1, [\"a\"], {\"b\": null}]", [1, ["a"], ["b": .null]]),
      (#""a\"\\\/\n\r\t\b\f\u00e9\ud83d\ude00""#, .string("a\"\\/\n\r\t\u{8}\u{c}é😀")),
      ("\"${aws_vpc.main.id}\"", "${aws_vpc.main.id}"),
    ] as [(String, TerraformJSON)])
  func `reads every kind of value`(text: String, value: TerraformJSON) throws {
    #expect(try JSONReader.value(of: Array(text.utf8)) == value)
  }

  @Test(arguments: [
    ("", 0), ("nul", 0), ("[1,]", 3), ("{\"a\" 1}", 5), ("{1: 2}", 1), ("\"a", 2), ("[1] 2", 4),
    (#""\x""#, 3), (#""\u12""#, 3), ("1-2", 0), ("[1", 2),
  ])
  func `says where a text is no JSON`(text: String, offset: Int) {
    let failure = #expect(throws: JSONReader.Failure.self) {
      try JSONReader.value(of: Array(text.utf8))
    }
    #expect(failure?.offset == offset)
  }

  @Test func `reads what the writer writes`() throws {
    let value: TerraformJSON = [
      "numbers": [1, -1, .number(0.5)], "texts": ["a \"b\" \\ \n \u{1} é 😀"],
      "nothing": .null, "truth": [true, false], "empty": [[], [:]],
    ]
    #expect(try JSONReader.value(of: JSONWriter.text(of: value)) == value)
  }
}
