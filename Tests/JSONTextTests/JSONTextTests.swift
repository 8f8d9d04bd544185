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
