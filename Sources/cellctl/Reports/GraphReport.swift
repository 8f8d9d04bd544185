import FleetGraph

/// A graph for programs.
struct GraphReport: Encodable {
  let title: String
  let nodes: [Node]
  let edges: [Edge]

  /// A box.
  struct Node: Encodable {
    let id: String
    let kind: String
    let title: String
    let lines: [String]
    let group: String?
    /// From the top, counted from 0.
    let layer: Int
  }

  /// An arrow.
  struct Edge: Encodable {
    let from: String
    let to: String
    let label: String
    let isDashed: Bool
  }

  init(_ graph: Graph) {
    title = graph.title
    nodes = graph.layers.enumerated().flatMap { number, layer in
      layer.map { node in
        Node(
          id: node.id, kind: node.kind.rawValue, title: node.title, lines: node.lines,
          group: node.group, layer: number)
      }
    }
    edges = graph.edges.map {
      Edge(from: $0.from, to: $0.to, label: $0.label, isDashed: $0.isDashed)
    }
  }
}
