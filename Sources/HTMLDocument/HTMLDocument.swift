/// A page that is whole in itself: it loads nothing and runs no script.
public struct HTMLDocument: Sendable, Hashable {
  /// What the window and bookmarks call it.
  public let title: String
  /// Its language, as BCP 47 writes it: `en`.
  public let language: String
  /// How it looks.
  public let style: HTMLStyleSheet
  /// What is in it.
  public let body: [HTMLNode]

  /// Puts a page together.
  public init(
    title: String, language: String = "en", style: HTMLStyleSheet,
    @HTMLBuilder body: () -> [HTMLNode]
  ) {
    self.title = title
    self.language = language
    self.style = style
    self.body = body()
  }

  /// Names that stand at more than one place, sorted; a link would lead to the first.
  public var duplicateIDs: [String] {
    var counts: [String: Int] = [:]
    forEachAttribute { if $0.name == .id { counts[$0.value, default: 0] += 1 } }
    return counts.filter { $0.value > 1 }.keys.sorted()
  }

  private func forEachAttribute(_ visit: (HTMLAttribute) -> Void) {
    for node in body {
      node.forEach { node in
        switch node {
        case .text: break
        case .element(let element): element.attributes.forEach(visit)
        }
      }
    }
  }

  /// The page as a file holds it, in UTF-8; equal pages give equal bytes.
  ///
  /// The policy forbids everything but its own style sheet, whatever the page may hold, so that nobody
  /// has to trust it. Source: Content Security Policy Level 3, "The delivery of policies", 2026-11.
  public func bytes() -> [UInt8] {
    var writer = HTMLWriter()
    writer.append("<!DOCTYPE html>\n")
    writer.begin(.html, [HTMLAttribute(.lang, language)])
    writer.append("\n<head>\n<meta charset=\"utf-8\">\n")
    writer.append(
      """
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">

      """)
    writer.write(.element(HTMLElement(.title) { title }))
    writer.append("\n<style>\n\(style.text)</style>\n</head>\n<body>\n")
    for node in body {
      writer.write(node)
      writer.append("\n")
    }
    writer.append("</body>\n</html>\n")
    return writer.bytes
  }
}

/// How a page looks.
public struct HTMLStyleSheet: Sendable, Hashable {
  /// Its text, which ends with a line feed.
  let text: String

  /// Takes the text of a style sheet.
  ///
  /// Traps where it would end the element that holds it, or load anything: it is ours, and nothing in
  /// it is a value of others.
  public init(_ text: String) {
    for part in ["</", "<!--", "@import", "url("] {
      precondition(!text.contains(part), "a style sheet of ours has no \(part)")
    }
    self.text = text.hasSuffix("\n") ? text : text + "\n"
  }
}
