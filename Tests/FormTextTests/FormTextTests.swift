import FormText
import Testing

@Suite struct FormTextTests {
  @Test(arguments: ["", "a b+c&d=e%", "é🙂", "\u{0}\n", "-._~"])
  func `what is written is read`(value: String) throws {
    let text = FormText.text(of: [(name: "n \(value)", value: value), (name: "x", value: "")])
    let fields = try #require(FormText.fields(of: text))
    #expect(fields.map(\.name) == ["n \(value)", "x"])
    #expect(fields.map(\.value) == [value, ""])
    #expect(fields.first("x") == "" && fields.first("y") == nil)
  }

  @Test func `only unreserved bytes stay as they are`() {
    #expect(FormText.text(of: [(name: "To", value: "+1 é")]) == "To=%2B1%20%C3%A9")
  }

  @Test func `a plus is a blank, and a field may have no value`() throws {
    let fields = try #require(FormText.fields(of: "a=b+c&&d&e=f=g%2b"))
    #expect(fields.map(\.name) == ["a", "d", "e"])
    #expect(fields.map(\.value) == ["b c", "", "f=g+"])
  }

  @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%ff", "%c3=b"])
  func `what isn't a form is none`(text: String) {
    #expect(FormText.fields(of: text) == nil)
  }
}
