import Foundation
import Testing

@testable import TestSupport

@Suite struct JSONPointerTests {
  private let value = JSONValue.object([
    "a/b": ["c~": "deep"], "list": .array([.integer(1), .number(1.5), .null, true]),
  ])

  @Test(arguments: [
    ("", nil), ("/a~1b/c~0", "deep"), ("/list/1", JSONValue.number(1.5)), ("/list/3", true),
  ])
  func `finds what a pointer leads to`(_ pointer: String, _ found: JSONValue?) {
    #expect(value.value(at: JSONPointer(pointer).steps[...]) == found ?? value)
  }

  @Test(arguments: ["/a", "/a~1b/c", "/list/4", "/list/-1", "/list/first", "/list/0/a"])
  func `finds nothing where nothing is`(_ pointer: String) {
    #expect(value.value(at: JSONPointer(pointer).steps[...]) == nil)
  }

  @Test func `changes, adds and takes away`() {
    func changed(_ pointer: String, _ new: JSONValue?) -> JSONValue? {
      value.changed(at: JSONPointer(pointer).steps[...], to: new)
    }
    #expect(changed("/a~1b/c~0", "new")?["a/b"] == ["c~": "new"])
    #expect(changed("/a~1b/d", "new")?["a/b"] == ["c~": "deep", "d": "new"])
    #expect(changed("/a~1b/c~0", nil)?["a/b"] == [:])
    #expect(changed("/list/0", nil)?["list"] == .array([.number(1.5), .null, true]))
    #expect(changed("/list/4", "new") == nil)
    #expect(changed("/nowhere/c", "new") == nil)
  }

  @Test func `reads and writes every value as it is`() throws {
    let text = #"{"a":[null,true,1,1.5,"x/y"],"b":{}}"#
    let value = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    #expect(String(decoding: try encoder.encode(value), as: UTF8.self) == text)
  }
}
