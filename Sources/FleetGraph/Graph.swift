/// Boxes in layers and arrows between them, to be drawn by this or another program.
public struct Graph: Sendable, Hashable {
  /// What it shows, in a line.
  public let title: String
  /// The boxes, from the top layer to the bottom one.
  public let layers: [[Node]]
  /// The arrows, each once.
  public let edges: [Edge]

  /// A box.
  public struct Node: Sendable, Hashable {
    /// A name that no other box of the graph has.
    public let id: String
    /// What it stands for.
    public let kind: Kind
    /// What it is called.
    public let title: String
    /// What is said below the name.
    public let lines: [String]
    /// The frame that it is in: an environment, a tier; nil for none.
    public let group: String?

    /// Describes a box.
    init(
      _ id: String, _ kind: Kind, title: String, lines: [String] = [], group: String? = nil
    ) {
      self.id = id
      self.kind = kind
      self.title = title
      self.lines = lines
      self.group = group
    }
  }

  /// What a box stands for.
  public enum Kind: String, Sendable, Hashable {
    /// Something of ours that works.
    case part
    /// Something that keeps what it is given.
    case store
    /// Something that is not ours.
    case outside
  }

  /// An arrow.
  public struct Edge: Sendable, Hashable {
    /// Where it begins.
    public let from: String
    /// Where its point is.
    public let to: String
    /// What is said beside it; empty for nothing.
    public let label: String
    /// Whether it stands for what happens only when something else fails, or beside it.
    public let isDashed: Bool

    /// Describes an arrow.
    init(_ from: String, _ to: String, label: String = "", isDashed: Bool = false) {
      self.from = from
      self.to = to
      self.label = label
      self.isDashed = isDashed
    }
  }

  /// Puts a graph together; layers without boxes are left out.
  init(title: String, layers: [[Node]], edges: [Edge]) {
    self.title = title
    self.layers = layers.filter { !$0.isEmpty }
    var seen: Set<Edge> = []
    self.edges = edges.filter { seen.insert($0).inserted }
  }

  /// Every box, layer by layer.
  public var nodes: [Node] { layers.flatMap { $0 } }

  /// The frames with their boxes, in the order of the first box of each; boxes without a frame are
  /// in none.
  var groups: [(name: String, nodes: [Node])] {
    var names: [String] = []
    for case let name? in nodes.map(\.group) where !names.contains(name) { names.append(name) }
    return names.map { name in (name, nodes.filter { $0.group == name }) }
  }
}
