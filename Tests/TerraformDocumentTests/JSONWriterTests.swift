import Foundation
import TerraformDocument
import Testing

@Suite struct JSONWriterTests {
  @Test func `writes sorted keys, two spaces, one value a line and a newline at the end`() {
    let value: TerraformJSON = [
      "zebra": [1, true, .null],
      "Alpha": ["nested": ["b": 2, "a": "one"], "empty": [:]],
      "alpha": [],
      "arn:aws:s3:::bucket/*": "a/b",
    ]
    #expect(
      text(of: value) == """
        {
          "Alpha": {
            "empty": {},
            "nested": {
              "a": "one",
              "b": 2
            }
          },
          "alpha": [],
          "arn:aws:s3:::bucket/*": "a/b",
          "zebra": [
            1,
            true,
            null
          ]
        }

        """)
  }

  @Test func `escapes what JSON must and nothing else`() {
    let controls = String(String.UnicodeScalarView((0..<0x20).compactMap(Unicode.Scalar.init)))
    #expect(
      text(of: .string(controls)) == #"""
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\t\n\u000b\u000c\r\u000e\u000f\#
        \u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\#
        \u001f"

        """#)
    #expect(text(of: #""quoted" \ and / "#) == #""\"quoted\" \\ and / ""# + "\n")
    #expect(text(of: "é 日本 😀 \u{2028}\u{7f}") == "\"é 日本 😀 \u{2028}\u{7f}\"\n")
  }

  @Test func `escapes what Terraform would evaluate, in values and in keys`() {
    #expect(text(of: "${var.a} and %{if true}") == "\"$${var.a} and %%{if true}\"\n")
    #expect(text(of: "$ {a} 100% {b}") == "\"$ {a} 100% {b}\"\n")
    #expect(text(of: "$${a}") == "\"$$${a}\"\n")
    #expect(
      text(of: ["${aws:username}": "%{x}"]) == """
        {
          "$${aws:username}": "%%{x}"
        }

        """)
  }

  @Test func `a brace with a combining mark is still a brace to Terraform`() {
    #expect(Array(text(of: "${\u{301}a}").utf8) == Array("\"$${\u{301}a}\"\n".utf8))
    #expect(Array(text(of: "%{\u{fe0f}a}").utf8) == Array("\"%%{\u{fe0f}a}\"\n".utf8))
  }

  @Test func `expressions stand as they are, in values and in keys`() {
    let template = TerraformExpression(template: #"${f("a")}:%{if x}y%{endif}"#)
    #expect(text(of: .expression(template)) == ##""${f(\"a\")}:%{if x}y%{endif}""## + "\n")
    #expect(
      text(
        of: .templatedObject([
          TerraformExpression(template: "${local.issuer}:sub"): "b",
          TerraformExpression(template: "${local.issuer}:aud"): "a",
        ])) == """
          {
            "${local.issuer}:aud": "a",
            "${local.issuer}:sub": "b"
          }

          """)
  }

  @Test(arguments: [
    (TerraformJSON.integer(0), "0"), (.integer(-7), "-7"), (.integer(.max), "9223372036854775807"),
    (.number(0.1), "0.1"), (.number(-0.0), "0"), (.number(3), "3"), (.number(-2.5), "-2.5"),
    (.number(1e300), "1e+300"), (.number(.leastNonzeroMagnitude), "5e-324"),
    (.bool(false), "false"), (.null, "null"), (.array([]), "[]"), (.object([:]), "{}"),
    (.templatedObject([:]), "{}"),
  ])
  func `writes scalars and empty containers on one line`(value: TerraformJSON, expected: String) {
    #expect(text(of: value) == expected + "\n")
  }

  @Test func `a number that JSON has no word for traps`() async {
    await #expect(processExitsWith: .failure) { _ = JSONWriter.text(of: .number(.infinity)) }
  }

  @Test func `another parser reads back what was written`() throws {
    let value: TerraformJSON = [
      "text": "a\u{0}\u{1f}\"\\/\n\r\t é 😀", "numbers": [1, -2, .number(0.25), .number(1e300)],
      "": ["deep": [["er": [true, false, .null, [], [:]]]]],
    ]
    let parsed = try #require(
      try JSONSerialization.jsonObject(with: Foundation.Data(JSONWriter.text(of: value)))
        as? NSDictionary)
    let expected: NSDictionary = [
      "text": "a\u{0}\u{1f}\"\\/\n\r\t é 😀", "numbers": [1, -2, 0.25, 1e300],
      "": ["deep": [["er": [true, false, NSNull(), [Any](), [String: Any]()]]]],
    ]
    #expect(parsed == expected)
  }

  @Test func `the same value gives the same bytes, whatever order its keys came in`() {
    let keys = (0..<200).map { "key-\($0)" }
    let forwards = TerraformBody(uniqueKeysWithValues: keys.map { ($0, .string($0)) })
    var backwards: TerraformBody = [:]
    for key in keys.reversed() { backwards[key] = .string(key) }
    #expect(
      JSONWriter.text(of: .object(forwards)) == JSONWriter.text(of: .object(backwards)))
  }
}

private func text(of value: TerraformJSON) -> String {
  String(decoding: JSONWriter.text(of: value), as: UTF8.self)
}
