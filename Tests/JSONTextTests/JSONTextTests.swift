import JSONText
import Testing

@Suite struct JSONTextTests {
  @Test(arguments: [
    "null", "true", "-12", "1.5", "\"\"", "[]", "{}", #"{"a":[1,{"b":null}],"c":"é🙂"}"#,
    #""quote \" back \\ line \n tab \t bell \u0007""#, "9223372036854775807",
  ])
  func `writes what it read`(text: String) throws {
    #expect(try JSONValue(reading: text.utf8).json == text)
  }

  @Test func `members keep the order in which they were written`() {
    let value: JSONValue = ["b": 1, "a": 2]
    #expect(value.json == #"{"b":1,"a":2}"#)
    #expect(value == ["a": 2, "b": 1])
    #expect(value.hashValue == (["a": 2, "b": 1] as JSONValue).hashValue)
    #expect(value != ["a": 2, "b": 2])
  }

  @Test func `a number beyond 64 bits keeps its size`() throws {
    #expect(try JSONValue(reading: "1e30".utf8) == .number(1e30))
  }

  @Test(arguments: [
    "", "{", "nul", "[1 2]", "\"\u{1}\"", "01", "1 1", #"{"a" 1}"#, "\u{FEFF}",
    String(repeating: "[", count: 100_000),
  ])
  func `refuses what is not JSON, and says why`(text: String) {
    let error = #expect(throws: JSONError.self) { try JSONValue(reading: text.utf8) }
    #expect(error?.problem.isEmpty == false)
  }

  @Test func `says where it is wrong`() {
    let problems = ["{\n \"a\": }", "[1,]", "{\"a\":1,\"a\":2}", "\"\\ud800\"", "1e999", "\"a"].map
    { text in
      do throws(JSONError) {
        return try JSONValue(reading: text.utf8).json
      } catch { return error.problem }
    }
    #expect(
      problems == [
        "a value is expected, not `}` at line 2, column 7",
        "a value is expected, not `]` at line 1, column 4",
        "the name `a` stands twice in an object at line 1, column 14",
        "the second half of a surrogate pair is expected, not `\"` at line 1, column 8",
        "a number is too large at line 1, column 6",
        "`\"` is expected, not the end at line 1, column 3",
      ])
  }

  @Test func `reads escapes, space and whole numbers however they are written`() throws {
    let text = #" { "b" : "\ud83d\ude42\u00e9\/" , "a" : [ 1.0 , -0 , 2e2 , 1.5 ] } "#
    let value: JSONValue = ["a": [1, 0, 200, .number(1.5)], "b": "🙂é/"]
    #expect(try JSONValue(reading: text.utf8) == value)
    let nested = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    #expect(try JSONValue(reading: nested.utf8).json == nested)
    #expect(throws: JSONError.self) { try JSONValue(reading: "[\(nested)]".utf8) }
  }

  @Test func `refuses bytes that are no UTF-8`() {
    #expect(throws: JSONError.self) { try JSONValue(reading: [0x22, 0xFF, 0x22]) }
  }

  @Test func `setting a member replaces, adds or removes it`() {
    var object: JSONObject = ["a": 1]
    object["b"] = 2
    object["a"] = 3
    object["c"] = nil
    #expect(JSONValue.object(object).json == #"{"a":3,"b":2}"#)
    object["a"] = nil
    #expect(JSONValue.object(object).json == #"{"b":2}"#)
  }
}
