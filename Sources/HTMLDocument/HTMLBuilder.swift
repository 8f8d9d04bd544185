/// Puts the children of an element together: elements, nodes, lists of these, and text.
@resultBuilder public enum HTMLBuilder {
  /// Text.
  public static func buildExpression(_ text: String) -> [HTMLNode] { [.text(text)] }
  /// An element.
  public static func buildExpression(_ element: HTMLElement) -> [HTMLNode] { [.element(element)] }
  /// A node.
  public static func buildExpression(_ node: HTMLNode) -> [HTMLNode] { [node] }
  /// Nodes.
  public static func buildExpression(_ nodes: [HTMLNode]) -> [HTMLNode] { nodes }
  /// Elements.
  public static func buildExpression(_ elements: [HTMLElement]) -> [HTMLNode] {
    elements.map(HTMLNode.element)
  }
  /// All parts.
  public static func buildBlock(_ parts: [HTMLNode]...) -> [HTMLNode] { buildArray(parts) }
  /// One of two.
  public static func buildEither(first part: [HTMLNode]) -> [HTMLNode] { part }
  /// One of two.
  public static func buildEither(second part: [HTMLNode]) -> [HTMLNode] { part }
  /// What may be left out.
  public static func buildOptional(_ part: [HTMLNode]?) -> [HTMLNode] { part ?? [] }
  /// A loop.
  public static func buildArray(_ parts: [[HTMLNode]]) -> [HTMLNode] {
    guard parts.count != 1 else { return parts[0] }
    var nodes: [HTMLNode] = []
    nodes.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts { nodes += part }
    return nodes
  }
}
