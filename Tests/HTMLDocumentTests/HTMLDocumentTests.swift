import HTMLDocument
import Testing

/// What a page is written as.
@Suite struct HTMLDocumentTests {
  @Test func `blocks stand on lines of their own, and text in one`() {
    let document = HTMLDocument(title: "Fleet", style: HTMLStyleSheet("p { margin: 0 }")) {
      HTMLElement(.main, .id(HTMLID("content"))) {
        HTMLElement(.p) {
          "Two "
          HTMLElement(.code) { "cells" }
          HTMLElement(.br)
          "here"
        }
        HTMLElement(.ul) { for name in ["a", "b"] { HTMLElement(.li) { name } } }
      }
    }
    #expect(
      String(decoding: document.bytes(), as: UTF8.self) == """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Fleet</title>
        <style>
        p { margin: 0 }
        </style>
        </head>
        <body>
        <main id="content">
        <p>Two <code>cells</code><br>here</p>
        <ul>
        <li>a</li>
        <li>b</li>
        </ul>
        </main>
        </body>
        </html>

        """)
  }

  /// A parser drops the first line feed behind `<pre>`.
  @Test func `a line feed at the beginning of commands is kept`() {
    let document = HTMLDocument(title: "t", style: HTMLStyleSheet("")) {
      HTMLElement(.pre) { "\nls" }
    }
    #expect(String(decoding: document.bytes(), as: UTF8.self).contains("<pre>\n\nls</pre>"))
  }

  @Test func `a name that stands twice is found`() {
    let document = HTMLDocument(title: "t", style: HTMLStyleSheet("")) {
      HTMLElement(.p, .id(HTMLID("a")))
      HTMLElement(.div) { HTMLElement(.p, .id(HTMLID("a"))) }
      HTMLElement(.p, .id(HTMLID("b")))
    }
    #expect(document.duplicateIDs == ["a"])
  }

  @Test func `what a person reads is the text alone`() {
    let node = HTMLNode.element(
      HTMLElement(.p, .styleClass("x")) {
        "Two "
        HTMLElement(.code) { "cells" }
      })
    #expect(node.plainText == "Two cells")
  }

  @Test func `mistakes of the author stop the program`() async {
    await #expect(processExitsWith: .failure) { _ = HTMLAttribute(.href, "https://example.com") }
    await #expect(processExitsWith: .failure) { _ = HTMLElement(.br) { "text" } }
    await #expect(processExitsWith: .failure) { _ = HTMLStyleSheet("</style>") }
    await #expect(processExitsWith: .failure) { _ = HTMLStyleSheet("p { background: url(x) }") }
    await #expect(processExitsWith: .failure) {
      _ = HTMLElement(.p, HTMLAttribute(.lang, "en"), HTMLAttribute(.lang, "de"))
    }
  }
}
