import AWSClient
import Testing

@Suite struct XMLTests {
  private func parse(_ text: String) throws(XMLFailure) -> XMLNode {
    try XMLNode(parsing: Array(text.utf8))
  }

  @Test func `reads elements, text and entities as AWS writes them`() throws {
    let root = try parse(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- an answer -->
      <r:Root xmlns:r="https://example.com/?a>b" other='<">'>
        <Text>a &amp; b &lt;c&gt; &quot;d&apos; &#233; &#x1F6A8;<!-- here -->!</Text>
        <Empty/><Empty a="/"></Empty >
        <List><member>1</member><other/><member>2</member></List>
      </r:Root>

      """)
    #expect(root.name == "Root")
    #expect(try root.text(of: "Text") == "a & b <c> \"d' é 🚨!")
    #expect(root.textIfAny(of: "Empty") == "")
    #expect(root.textIfAny(of: "Missing") == nil)
    #expect(root.members(of: "List").map(\.text) == ["1", "2"])
    #expect(root.members(of: "Missing").isEmpty)
  }

  @Test func `one child means one`() throws {
    let root = try parse("<a><b/><b/></a>")
    #expect(throws: XMLFailure.self) { try root.child("b") }
    #expect(
      failureText { () throws(XMLFailure) in _ = try root.child("b") }
        == "<a> has 2 <b>, not one")
    #expect(
      failureText { () throws(XMLFailure) in _ = try root.text(of: "c") }
        == "<a> has 0 <c>, not one")
  }

  @Test(arguments: [
    ("", "the text does not start with an element"),
    ("text", "the text does not start with an element"),
    ("<a>", "<a> is not closed"), ("<a><b></a>", "<b> is closed by </a>"),
    ("<a/><b/>", "something follows </a>"), ("<a", "<a is not finished"),
    ("<a b=\"", "there is no \""), ("<a /b>", "<a has a / that closes nothing"),
    ("< a/>", "an element has no name"), ("<a <b/>", "<a is not finished"),
    ("<a>&nbsp;</a>", "an & starts no entity that is known"),
    ("<a>& b</a>", "an & starts no entity that is known"),
    ("<a>&#xD800;</a>", "an & starts no entity that is known"),
    (
      "<!DOCTYPE a [<!ENTITY b \"c\">]><a/>",
      "the text has a document type or a section of raw text"
    ),
    ("<a><![CDATA[b]]></a>", "<a> is not closed"), ("<!-- a", "there is no -->"),
  ])
  func `refuses what is no such document`(text: String, message: String) {
    #expect(failureText { () throws(XMLFailure) in _ = try parse(text) } == message)
  }

  @Test func `refuses every document that is cut short`() throws {
    let whole = roleCredentialsXML("A&amp;B", until: "2026-11-26T13:00:00Z")
    _ = try parse(whole)
    for length in 0..<whole.count {
      #expect(throws: XMLFailure.self) { try parse(String(whole.prefix(length))) }
    }
  }

  @Test func `refuses depth and bytes that are no text`() {
    let deep = String(repeating: "<a>", count: 65) + String(repeating: "</a>", count: 65)
    #expect(
      failureText { () throws(XMLFailure) in _ = try parse(deep) }
        == "elements lie more than 64 deep")
    #expect(
      failureText { () throws(XMLFailure) in _ = try XMLNode(parsing: [0x3c, 0xff]) }
        == "the text is not UTF-8")
  }

  private func failureText(_ body: () throws(XMLFailure) -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return error.description
    }
  }
}
