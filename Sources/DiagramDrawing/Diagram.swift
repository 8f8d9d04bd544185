public import HTMLDocument

/// A drawing of boxes and arrows, as SVG inside a page or as a file of its own.
///
/// Colours and fonts are the style sheet's, by the classes of ``DiagramBox/Kind`` and
/// ``DiagramArrow/Kind``, so that a dark page has a dark drawing. Lengths are in units of the view box:
/// a drawing of 360 fits a phone at its own size.
public struct Diagram: Sendable, Hashable {
  /// A name that no other drawing of the page has.
  public let id: HTMLID
  /// What it shows, in a line.
  public let title: String
  /// The same as the drawing, in words, for who can't see it.
  public let description: String
  /// Width of the view box.
  public let width: Int
  /// Drawn first, the first below the others.
  public let boxes: [DiagramBox]
  /// Drawn over the boxes.
  public let arrows: [DiagramArrow]

  /// Puts a drawing together.
  public init(
    id: HTMLID, title: String, description: String, width: Int, boxes: [DiagramBox],
    arrows: [DiagramArrow]
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.width = width
    self.boxes = boxes
    self.arrows = arrows
  }

  /// Height of the view box: that of what is in it, and a margin.
  public var height: Int {
    (boxes.map(\.bottom) + arrows.flatMap { $0.points.map(\.y) }).max().map { $0 + 4 } ?? 0
  }

  /// The drawing, with title and description that a screen reader reads.
  ///
  /// Source: WAI-ARIA Graphics Module; SVG Accessibility API Mappings, "Name and description", 2026-11.
  public var element: HTMLElement {
    let titleID = HTMLID("\(id.text)-title")
    let descriptionID = HTMLID("\(id.text)-description")
    return HTMLElement(
      .svg, .id(id), .styleClass("diagram"), HTMLAttribute(.role, "img"),
      HTMLAttribute(.labelledBy, titleID.text), HTMLAttribute(.describedBy, descriptionID.text),
      HTMLAttribute(.viewBox, "0 0 \(width) \(height)"), HTMLAttribute(.width, width),
      HTMLAttribute(.height, height), HTMLAttribute(.xmlns, "http://www.w3.org/2000/svg")
    ) {
      HTMLElement(.title, .id(titleID)) { title }
      HTMLElement(.desc, .id(descriptionID)) { description }
      boxes.map(\.element)
      arrows.map(\.element)
    }
  }
}

/// A place in a drawing; `y` grows downwards.
public struct DiagramPoint: Sendable, Hashable {
  /// From the left.
  public var x: Int
  /// From the top.
  public var y: Int

  /// A place.
  public init(_ x: Int, _ y: Int) {
    self.x = x
    self.y = y
  }
}
