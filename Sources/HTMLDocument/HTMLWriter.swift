import TextBuffer

/// Writes nodes: a line for each block, so that a review of a page shows which part has changed.
struct HTMLWriter: ~Copyable {
  private var text = TextBuffer()

  /// Everything that has been written.
  var bytes: [UInt8] { text.bytes }

  /// Appends one node; what is in a container stands on lines of its own.
  mutating func write(_ node: HTMLNode) {
    switch node {
    case .text(let text): HTMLText.append(text, isAttribute: false, to: &self.text)
    case .element(let element): write(element)
    }
  }

  private mutating func write(_ element: HTMLElement) {
    begin(element.name, element.attributes)
    guard !element.name.isVoid else { return }
    // A parser drops the first line feed of `pre`.
    if element.name == .pre, element.children.first?.plainText.hasPrefix("\n") == true {
      append("\n")
    }
    let isOnLines = element.name.isContainer && element.children.allSatisfy(\.isElement)
    for child in element.children {
      if isOnLines { append("\n") }
      write(child)
    }
    if isOnLines, !element.children.isEmpty { append("\n") }
    end(element.name)
  }

  /// Appends a start tag.
  mutating func begin(_ name: HTMLElementName, _ attributes: [HTMLAttribute]) {
    append("<")
    append(name.rawValue)
    for attribute in attributes {
      append(" ")
      append(attribute.name.rawValue)
      append("=\"")
      HTMLText.append(attribute.value, isAttribute: true, to: &text)
      append("\"")
    }
    append(">")
  }

  /// Appends an end tag.
  mutating func end(_ name: HTMLElementName) {
    append("</")
    append(name.rawValue)
    append(">")
  }

  /// Appends text as it stands; only this target calls it, with markup that holds no value of others.
  mutating func append(_ markup: String) { text.append(markup) }
}

extension HTMLNode {
  fileprivate var isElement: Bool {
    switch self {
    case .element: true
    case .text: false
    }
  }
}
