import HTMLDocument

/// A line with a point at its end.
public struct DiagramArrow: Sendable, Hashable {
  /// How it is drawn; the name is its class in the style sheet.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// What happens.
    case flow
    /// What happens only when something else fails, or beside it.
    case standby
  }

  /// Its way from point to point.
  public enum Shape: Sendable, Hashable {
    /// Straight.
    case lines
    /// From the first to the last in a curve that leaves and arrives upright.
    case curve
  }

  /// How it is drawn.
  public let kind: Kind
  /// Its way.
  public let shape: Shape
  /// From where, around what, to where; two at least.
  public let points: [DiagramPoint]

  /// Draws a line through `points`.
  public init(_ kind: Kind, _ points: [DiagramPoint], shape: Shape = .lines) {
    precondition(points.count >= 2, "a line has two ends")
    self.kind = kind
    self.shape = shape
    self.points = points
  }

  var element: HTMLElement {
    HTMLElement(.g, .styleClass("arrow", kind.rawValue)) {
      HTMLElement(.path, [HTMLAttribute(.d, path)], [])
      HTMLElement(.polygon, [HTMLAttribute(.points, point)], [])
    }
  }

  private var path: String {
    switch shape {
    case .lines:
      return "M \(points.map { "\($0.x) \($0.y)" }.joined(separator: " L "))"
    case .curve:
      let start = points[0]
      let end = points[points.count - 1]
      let middle = (start.y + end.y) / 2
      return "M \(start.x) \(start.y) C \(start.x) \(middle) \(end.x) \(middle) \(end.x) \(end.y)"
    }
  }

  /// The triangle at the end: drawn by itself, because a marker would need a name of its own in every
  /// drawing of a page.
  private var point: String {
    let end = points[points.count - 1]
    let before = points[points.count - 2]
    let dx = end.x - before.x
    let dy = end.y - before.y
    let corners: [(Int, Int)] =
      if shape == .lines, abs(dx) > abs(dy) {
        dx > 0 ? [(0, 0), (-7, -4), (-7, 4)] : [(0, 0), (7, -4), (7, 4)]
      } else {
        dy > 0 ? [(0, 0), (-4, -7), (4, -7)] : [(0, 0), (-4, 7), (4, 7)]
      }
    return corners.map { "\(end.x + $0.0),\(end.y + $0.1)" }.joined(separator: " ")
  }
}
