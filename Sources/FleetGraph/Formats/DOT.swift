extension Graph {
  /// The graph in the language of Graphviz: `dot -Tsvg`.
  ///
  /// Source: Graphviz, "DOT Language" and "Node, Edge and Graph Attributes", 2026-11.
  public var dot: String {
    var lines = [
      "digraph {", "  label=\(quoted(title)); labelloc=t; rankdir=TB; fontname=sans;",
      "  node [fontname=sans, shape=box]; edge [fontname=sans, fontsize=10];",
    ]
    for node in nodes where node.group == nil { lines.append("  \(statement(of: node))") }
    for (number, group) in groups.enumerated() {
      lines.append("  subgraph cluster_\(number) {")
      lines.append("    label=\(quoted(group.name)); style=dotted;")
      lines += group.nodes.map { "    \(statement(of: $0))" }
      lines.append("  }")
    }
    lines += edges.map { edge in
      let attributes = [
        edge.label.isEmpty ? nil : "label=\(quoted(edge.label))",
        edge.isDashed ? "style=dashed" : nil,
      ].compactMap { $0 }
      let suffix = attributes.isEmpty ? "" : " [\(attributes.joined(separator: ", "))]"
      return "  \(quoted(edge.from)) -> \(quoted(edge.to))\(suffix);"
    }
    return (lines + ["}"]).joined(separator: "\n")
  }

  private func statement(of node: Node) -> String {
    let shape =
      switch node.kind {
      case .part: ""
      case .store: ", shape=cylinder"
      case .outside: ", style=dashed"
      }
    let label = ([node.title] + node.lines).map(escaped).joined(separator: "\\n")
    return "\(quoted(node.id)) [label=\"\(label)\"\(shape)];"
  }

  private func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

  private func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}
