public import HTMLDocument

/// Boxes in layers, one below the other, and the arrows between them.
///
/// Arrows between neighbouring layers are drawn directly, those that skip one go around at the side.
/// The layout follows from the order that is given and from nothing else.
public struct LayeredDiagram<Name: Hashable & Sendable>: Sendable {
  /// A box before it has a place.
  public struct Node: Sendable {
    let name: Name
    let kind: DiagramBox.Kind
    let title: String
    let lines: [String]

    /// Describes a box.
    public init(_ name: Name, _ kind: DiagramBox.Kind, title: String, lines: [String] = []) {
      self.name = name
      self.kind = kind
      self.title = title
      self.lines = lines
    }
  }

  /// An arrow between two boxes.
  public struct Edge: Sendable, Hashable {
    /// Where it begins.
    public let from: Name
    /// Where its point is.
    public let to: Name
    let kind: DiagramArrow.Kind

    /// Describes an arrow; one to or from a box that is not there is not drawn.
    public init(_ from: Name, _ to: Name, _ kind: DiagramArrow.Kind = .flow) {
      self.from = from
      self.to = to
      self.kind = kind
    }
  }

  private let layers: [[Node]]
  private let edges: [Edge]
  private let width: Int
  /// Room at both sides, for arrows that go around.
  private let margin = 22
  private let gap = 10
  private let distance = 34
  private let widest = 168

  /// Lays out `layers`, of which empty ones take no room.
  public init(width: Int, layers: [[Node]], edges: [Edge]) {
    self.width = width
    self.layers = layers.filter { !$0.isEmpty }
    self.edges = edges
  }

  /// A box with the number of its layer.
  private struct Placed {
    let layer: Int
    let box: DiagramBox
  }

  /// The drawing.
  public func diagram(id: HTMLID, title: String, description: String) -> Diagram {
    let placed = placedBoxes()
    let names = layers.flatMap { $0.map(\.name) }
    return Diagram(
      id: id, title: title, description: description, width: width,
      boxes: names.compactMap { placed[$0]?.box }, arrows: arrows(between: placed))
  }

  private func placedBoxes() -> [Name: Placed] {
    var placed: [Name: Placed] = [:]
    var top = 4
    for (number, layer) in layers.enumerated() {
      let room = width - 2 * margin - gap * (layer.count - 1)
      let each = min(widest, room / layer.count)
      let left = (width - each * layer.count - gap * (layer.count - 1)) / 2
      let boxes = layer.enumerated().map { column, node in
        DiagramBox(
          node.kind, at: DiagramPoint(left + column * (each + gap), top), width: each,
          title: node.title, lines: node.lines)
      }
      let height = boxes.map(\.height).max() ?? 0
      for (node, box) in zip(layer, boxes) {
        placed[node.name] = Placed(layer: number, box: box.moved(to: box.origin, height: height))
      }
      top += height + distance
    }
    return placed
  }

  private func arrows(between placed: [Name: Placed]) -> [DiagramArrow] {
    var arrows: [DiagramArrow] = []
    var lanes = (left: 0, right: 0)
    for edge in edges {
      guard let from = placed[edge.from], let to = placed[edge.to] else { continue }
      if abs(from.layer - to.layer) == 1 {
        arrows.append(direct(edge, from, to, placed))
      } else {
        let isLeft = from.box.center + to.box.center <= width
        arrows.append(
          around(edge, from.box, to.box, isLeft: isLeft, lane: isLeft ? lanes.left : lanes.right))
        if isLeft { lanes.left += 1 } else { lanes.right += 1 }
      }
    }
    return arrows
  }

  private func direct(
    _ edge: Edge, _ from: Placed, _ to: Placed, _ placed: [Name: Placed]
  ) -> DiagramArrow {
    let isDown = from.layer < to.layer
    let start = port(of: edge, at: edge.from, towards: to.layer, placed)
    let end = port(of: edge, at: edge.to, towards: from.layer, placed)
    return DiagramArrow(
      edge.kind,
      [
        DiagramPoint(start, isDown ? from.box.bottom : from.box.origin.y),
        DiagramPoint(end, isDown ? to.box.origin.y : to.box.bottom),
      ], shape: .curve)
  }

  /// Where an arrow meets a box: arrows of one side share it evenly, in the order of the boxes that
  /// they lead to or come from, so that they cross as little as can be.
  private func port(
    of edge: Edge, at name: Name, towards layer: Int, _ placed: [Name: Placed]
  ) -> Int {
    guard let own = placed[name] else { return 0 }
    let side = edges.enumerated().compactMap { number, other -> (x: Int, number: Int)? in
      guard other.from == name || other.to == name else { return nil }
      let far = placed[other.from == name ? other.to : other.from]
      guard let far, far.layer == layer else { return nil }
      return (far.box.center, number)
    }.sorted { ($0.x, $0.number) < ($1.x, $1.number) }
    let place = side.firstIndex { edges[$0.number] == edge } ?? 0
    return own.box.origin.x + own.box.width * (2 * place + 1) / (2 * max(side.count, 1))
  }

  /// Out at the side that is nearer to both, along the margin in a lane of its own, and in again.
  private func around(
    _ edge: Edge, _ from: DiagramBox, _ to: DiagramBox, isLeft: Bool, lane: Int
  ) -> DiagramArrow {
    let offset = min(margin - 16 + lane * 6, margin - 6)
    let x = isLeft ? offset : width - offset
    return DiagramArrow(
      edge.kind,
      [
        DiagramPoint(isLeft ? from.origin.x : from.right, from.middle),
        DiagramPoint(x, from.middle), DiagramPoint(x, to.middle),
        DiagramPoint(isLeft ? to.origin.x : to.right, to.middle),
      ])
  }
}
