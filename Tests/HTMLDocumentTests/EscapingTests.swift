import HTMLDocument
import Testing

/// Whatever a value holds, it stays text.
@Suite struct EscapingTests {
  /// What people and programs have tried elsewhere.
  static let hostile = [
    "<script>alert(1)</script>", "</style><script>", "\" onmouseover=\"alert(1)", "' x='",
    "&lt;b&gt;", "a & b", "-->", "]]>", "<!--", "</p></main>",
  ]

  @Test(arguments: hostile)
  func `text in content is never markup`(_ text: String) throws {
    let page = written { HTMLElement(.p) { text } }
    let content = try #require(page.firstMatch(of: /<p>(.*)<\/p>\n<\/body>/)?.1)
    #expect(!content.contains("<"))
    #expect(!content.contains(">"))
    #expect(unescaped(String(content)) == text)
  }

  @Test(arguments: hostile)
  func `text in an attribute never ends it`(_ text: String) throws {
    let page = written { HTMLElement(.p, HTMLAttribute(.label, text)) }
    let value = try #require(page.firstMatch(of: /<p aria-label="([^"]*)"><\/p>\n<\/body>/)?.1)
    #expect(!value.contains("<"))
    #expect(unescaped(String(value)) == text)
  }

  @Test(arguments: hostile)
  func `a title is text, too`(_ text: String) throws {
    let document = HTMLDocument(title: text, style: HTMLStyleSheet("")) {}
    let page = String(decoding: document.bytes(), as: UTF8.self)
    let title = try #require(page.firstMatch(of: /<title>([^<]*)<\/title>/)?.1)
    #expect(unescaped(String(title)) == text)
  }

  @Test func `characters that no page may hold are replaced`() {
    let page = written { HTMLElement(.p) { "a\u{0}b\u{1B}c\r\u{FFFE}\u{85}\td" } }
    #expect(page.contains("<p>a\u{FFFD}b\u{FFFD}c\u{FFFD}\u{FFFD}\u{FFFD}\td</p>"))
  }

  /// `href` is the one attribute whose value could run something.
  @Test(arguments: ["javascript:alert(1)", "//example.com/x", "data:text/html,x", "https://e.com"])
  func `a link leads below the page's folder, whatever its path`(_ path: String) throws {
    let page = written { HTMLElement(.a, .link(.file(path))) { "x" } }
    let target = try #require(page.firstMatch(of: /<a href="([^"]*)">/)?.1)
    #expect(target.hasPrefix("./"))
    #expect(!target.contains(":"))
  }

  @Test func `a name of any text is a name, and different texts have different ones`() {
    let texts = ["a b", "a-b", "a.b", "a<b", "a\"b", "ä"]
    let names = texts.map { HTMLID($0).text }
    #expect(Set(names).count == texts.count)
    for name in names { #expect(name.wholeMatch(of: /[A-Za-z0-9_.-]+/) != nil) }
  }

  private func written(@HTMLBuilder _ body: () -> [HTMLNode]) -> String {
    let document = HTMLDocument(title: "t", style: HTMLStyleSheet("p { margin: 0 }"), body: body)
    return String(decoding: document.bytes(), as: UTF8.self)
  }

  /// What a parser makes of references; `&amp;` last, because it may begin none of the others.
  private func unescaped(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")].reduce(text) { text, pair in
      text.replacing(pair.0, with: pair.1)
    }
  }
}
