extension Graph {
  /// The graph as a Mermaid flowchart, which GitHub and GitLab draw inside Markdown.
  ///
  /// Source: Mermaid, "Flowcharts - Basic Syntax", "Special characters that break syntax", 2026-11.
  public var mermaid: String {
    let names = Dictionary(
      uniqueKeysWithValues: nodes.enumerated().map { ($0.element.id, "n\($0.offset)") })
    var lines = ["---", "title: \(yaml(title))", "---", "flowchart TB"]
    for node in nodes where node.group == nil { lines.append("  \(statement(of: node, names))") }
    for (number, group) in groups.enumerated() {
      lines.append("  subgraph g\(number) [\(quoted(group.name))]")
      lines += group.nodes.map { "    \(statement(of: $0, names))" }
      lines.append("  end")
    }
    for edge in edges {
      guard let from = names[edge.from], let to = names[edge.to] else { continue }
      let arrow = edge.isDashed ? "-.->" : "-->"
      lines.append(
        edge.label.isEmpty
          ? "  \(from) \(arrow) \(to)" : "  \(from) \(arrow)|\(quoted(edge.label))| \(to)")
    }
    return lines.joined(separator: "\n")
  }

  private func statement(of node: Node, _ names: [String: String]) -> String {
    let text = "\"\(([node.title] + node.lines).map(escaped).joined(separator: "<br/>"))\""
    let shape =
      switch node.kind {
      case .part: "[\(text)]"
      case .store: "[(\(text))]"
      case .outside: "([\(text)])"
      }
    return "\(names[node.id] ?? "")\(shape)"
  }

  private func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

  /// A code point as an entity, where it would end the text or begin something.
  private func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "#", "<", ">", "&", ";", "\\", "`": "#\(scalar.value);"
      default: String(scalar)
      }
    }.joined()
  }

  /// A scalar of YAML between double quotes.
  private func yaml(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}
