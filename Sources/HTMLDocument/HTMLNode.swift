/// A part of a page.
public enum HTMLNode: Sendable, Hashable {
  /// An element with what is in it.
  case element(HTMLElement)
  /// Text, which is never read as markup.
  case text(String)
}

/// An element, its attributes and what is in it.
public struct HTMLElement: Sendable, Hashable {
  /// Which one.
  public let name: HTMLElementName
  /// In the order in which they are written; each name once.
  public let attributes: [HTMLAttribute]
  /// In order.
  public let children: [HTMLNode]

  /// Puts an element together.
  ///
  /// Traps on an attribute that is given twice and on content of an element that has none: both are
  /// mistakes of the author, and a browser would silently drop a part.
  public init(
    _ name: HTMLElementName, _ attributes: HTMLAttribute...,
    @HTMLBuilder content: () -> [HTMLNode] = { [] }
  ) {
    self.init(name, attributes, content())
  }

  /// Puts an element together of lists that were made before.
  public init(
    _ name: HTMLElementName, _ attributes: [HTMLAttribute], _ children: [HTMLNode]
  ) {
    precondition(children.isEmpty || !name.isVoid, "<\(name.rawValue)> has no content")
    precondition(
      attributes.indices.allSatisfy { index in
        !attributes[..<index].contains { $0.name == attributes[index].name }
      },
      "<\(name.rawValue)> has an attribute twice")
    self.name = name
    self.attributes = attributes
    self.children = children
  }
}

extension HTMLNode {
  /// Calls `visit` for this node and everything in it, in order.
  public func forEach(_ visit: (HTMLNode) -> Void) {
    visit(self)
    switch self {
    case .text: break
    case .element(let element): for child in element.children { child.forEach(visit) }
    }
  }

  /// What a person reads of it, without spaces between blocks.
  public var plainText: String {
    var text = ""
    forEach { node in
      switch node {
      case .text(let part): text += part
      case .element: break
      }
    }
    return text
  }
}
