import DiagramDrawing
import HTMLDocument
import Testing

/// Where boxes and arrows go.
@Suite struct LayeredDiagramTests {
  private typealias Layers = LayeredDiagram<String>

  private let diagram = Layers(
    width: 360,
    layers: [
      [.init("a", .outside, title: "a"), .init("b", .part, title: "b", lines: ["one", "two"])], [],
      [.init("c", .store, title: "a name that is too long for its box and is broken at a joint")],
      [.init("d", .part, title: "d")],
    ],
    edges: [.init("a", "c"), .init("b", "c"), .init("d", "a", .standby), .init("d", "nobody")]
  ).diagram(id: HTMLID("x"), title: "title", description: "words")

  @Test
  func `boxes of a layer are side by side, as high as each other, and below the layer before`() {
    let boxes = diagram.boxes
    #expect(boxes.map(\.kind) == [.outside, .part, .store, .part])
    #expect(boxes[0].origin.y == boxes[1].origin.y)
    #expect(boxes[0].height == boxes[1].height)
    #expect(boxes[0].right < boxes[1].origin.x)
    #expect(boxes[1].bottom < boxes[2].origin.y)
    #expect(boxes[2].bottom < boxes[3].origin.y)
  }

  @Test func `everything is inside the drawing`() {
    for box in diagram.boxes {
      #expect(box.origin.x >= 0)
      #expect(box.right <= diagram.width)
      #expect(box.bottom <= diagram.height)
    }
    for point in diagram.arrows.flatMap(\.points) {
      #expect((0...diagram.width).contains(point.x))
      #expect((0...diagram.height).contains(point.y))
    }
  }

  @Test func `text is broken where names have joints, and none of it is lost`() {
    let title = diagram.boxes[2].title
    #expect(title.count > 1)
    #expect(title.joined() == "a name that is too long for its box and is broken at a joint")
    #expect(title.allSatisfy { $0.count <= 23 })
  }

  @Test func `arrows between neighbours are direct, others go around, and none leads nowhere`() {
    #expect(diagram.arrows.map(\.shape) == [.curve, .curve, .lines])
    #expect(diagram.arrows.map(\.points.count) == [2, 2, 4])
    #expect(diagram.arrows[2].kind == .standby)
  }

  @Test func `two arrows into one box meet it at two places`() {
    #expect(diagram.arrows[0].points[1] != diagram.arrows[1].points[1])
    #expect(diagram.arrows[0].points[1].x < diagram.arrows[1].points[1].x)
  }

  @Test func `who can't see it gets its title and the words`() {
    let text = HTMLNode.element(diagram.element).plainText
    #expect(text.hasPrefix("titlewords"))
    let names = diagram.element.attributes.filter {
      $0.name == .labelledBy || $0.name == .describedBy
    }
    #expect(names.map(\.value) == ["x-title", "x-description"])
  }
}
