import HTMLDocument

/// A sentence or more, in which names, links and commands are told apart from words by type.
///
/// ```swift
/// let sentence: Prose = "Look at \(code: group) and at \(link: "the alarms", to: .place(id))."
/// ```
struct Prose: ExpressibleByStringInterpolation {
  let nodes: [HTMLNode]

  init(stringLiteral value: String) { nodes = [.text(value)] }
  init(stringInterpolation: StringInterpolation) { nodes = stringInterpolation.nodes }
  init(_ nodes: [HTMLNode]) { self.nodes = nodes }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var nodes: [HTMLNode] = []

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { nodes.append(.text(literal)) }
    }
    mutating func appendInterpolation(_ text: String) { nodes.append(.text(text)) }
    mutating func appendInterpolation(_ count: Int) { nodes.append(.text(String(count))) }
    mutating func appendInterpolation(_ prose: Prose) { nodes += prose.nodes }
    mutating func appendInterpolation(_ node: HTMLNode) { nodes.append(node) }
    mutating func appendInterpolation(code text: String) { nodes.append(.code(text)) }
    mutating func appendInterpolation(strong text: String) {
      nodes.append(.element(HTMLElement(.strong) { text }))
    }
    mutating func appendInterpolation(link text: String, to target: HTMLLink) {
      nodes.append(.element(HTMLElement(.a, .link(target)) { text }))
    }
  }

  /// Several, with commas between them.
  static func list(_ parts: [Prose]) -> Prose {
    Prose(Array(parts.map(\.nodes).joined(separator: [.text(", ")])))
  }

  /// Names, with commas between them; a dash where there is none.
  static func codes(_ names: [String]) -> Prose {
    names.isEmpty ? "–" : list(names.map { "\(code: $0)" })
  }
}

extension HTMLNode {
  /// A name, a path, a command: what people copy as it is.
  static func code(_ text: String) -> HTMLNode { .element(HTMLElement(.code) { text }) }
}

extension HTMLBuilder {
  /// A sentence.
  static func buildExpression(_ prose: Prose) -> [HTMLNode] { prose.nodes }
}

/// A paragraph.
func paragraph(_ prose: Prose) -> HTMLElement { HTMLElement(.p) { prose.nodes } }

extension Prose {
  /// What a person reads of it.
  var text: String { nodes.map(\.plainText).joined() }
}
