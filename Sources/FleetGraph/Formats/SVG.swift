import DiagramDrawing
public import HTMLDocument

extension Graph {
  /// The graph as a file that a browser shows; light and dark as the reader has it.
  public func svg(style: HTMLStyleSheet) -> String {
    let widest = layers.map(\.count).max() ?? 1
    let drawing = LayeredDiagram(
      width: max(360, widest * 178 + 44),
      layers: layers.map { layer in
        layer.map { node in
          LayeredDiagram.Node(
            node.id, node.kind.box, title: node.title,
            lines: (node.group.map { [$0] } ?? []) + node.lines)
        }
      },
      edges: edges.map { LayeredDiagram.Edge($0.from, $0.to, $0.isDashed ? .standby : .flow) })
    return drawing.diagram(id: HTMLID("graph"), title: title, description: description)
      .element.svgFile(style: style)
  }

  /// The arrows in words, for who can't see them.
  private var description: String {
    let titles = Dictionary(uniqueKeysWithValues: nodes.map { ($0.id, $0.title) })
    return edges.compactMap { edge in
      guard let from = titles[edge.from], let to = titles[edge.to] else { return nil }
      return "\(from) to \(to)" + (edge.label.isEmpty ? "" : ": \(edge.label)")
    }.joined(separator: "; ")
  }
}

extension Graph.Kind {
  fileprivate var box: DiagramBox.Kind {
    switch self {
    case .part: .part
    case .store: .store
    case .outside: .outside
    }
  }
}
