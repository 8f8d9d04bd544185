import HTMLDocument

/// A box with a title and lines below it.
public struct DiagramBox: Sendable, Hashable {
  /// What a box stands for; the name is its class in the style sheet.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Something of ours that works.
    case part
    /// Something that keeps what it is given.
    case store
    /// Somebody or something that is not ours.
    case outside
    /// A frame around others.
    case frame
  }

  /// Height of a line of text.
  public static let lineHeight = 15
  /// Room above the first and below the last line.
  public static let padding = 6

  /// What it stands for.
  public let kind: Kind
  /// Its upper left corner.
  public let origin: DiagramPoint
  /// How wide.
  public let width: Int
  /// How high.
  public let height: Int
  /// Lines of the title.
  public let title: [String]
  /// Lines below the title.
  public let lines: [String]

  /// A box as high as its text, or as `height` where that is more.
  ///
  /// Text that is too long is broken where names have joints.
  public init(
    _ kind: Kind, at origin: DiagramPoint, width: Int, height: Int = 0, title: String,
    lines: [String] = []
  ) {
    self.kind = kind
    self.origin = origin
    self.width = width
    self.title = DiagramText.title.lines(of: title, width: width - 2 * Self.padding)
    self.lines = lines.flatMap { DiagramText.line.lines(of: $0, width: width - 2 * Self.padding) }
    self.height = max(
      height, (self.title.count + self.lines.count) * Self.lineHeight + 2 * Self.padding)
  }

  /// The same box elsewhere, or higher.
  public func moved(to origin: DiagramPoint, height: Int) -> DiagramBox {
    DiagramBox(
      kind, at: origin, width: width, height: height, title: title.joined(separator: "\n"),
      lines: lines)
  }

  /// Where it ends below.
  public var bottom: Int { origin.y + height }
  /// Where it ends on the right.
  public var right: Int { origin.x + width }
  /// The middle between left and right.
  public var center: Int { origin.x + width / 2 }
  /// The middle between top and bottom.
  public var middle: Int { origin.y + height / 2 }

  var element: HTMLElement {
    HTMLElement(.g, .styleClass("box", kind.rawValue)) {
      HTMLElement(
        .rect,
        [
          HTMLAttribute(.x, origin.x), HTMLAttribute(.y, origin.y), HTMLAttribute(.width, width),
          HTMLAttribute(.height, height), HTMLAttribute(.rx, kind == .store ? 12 : 3),
        ], [])
      for (number, line) in title.enumerated() { text(line, number, "title") }
      for (number, line) in lines.enumerated() { text(line, title.count + number, "line") }
    }
  }

  private func text(_ line: String, _ number: Int, _ styleClass: String) -> HTMLElement {
    let baseline = origin.y + Self.padding + number * Self.lineHeight + 11
    return HTMLElement(
      .text, .styleClass(styleClass), HTMLAttribute(.x, origin.x + Self.padding),
      HTMLAttribute(.y, baseline)
    ) { line }
  }
}

/// How wide text is at most, as long as the style sheet keeps to its sizes.
enum DiagramText {
  /// 12 units, half bold.
  case title
  /// 11 units.
  case line

  /// The widest that a character is on average, in hundredths of a unit: fonts of fixed width have
  /// 0.6 of their size.
  private var hundredths: Int {
    switch self {
    case .title: 725
    case .line: 665
    }
  }

  /// Breaks text at line feeds, and where it is too long behind a joint, or anywhere where it has none.
  func lines(of text: String, width: Int) -> [String] {
    let most = max(1, width * 100 / hundredths)
    return text.split(separator: "\n").flatMap { broken(String($0), most) }
  }

  private func broken(_ text: String, _ most: Int) -> [String] {
    var lines: [String] = []
    var rest = text[...]
    while rest.count > most {
      let head = rest.prefix(most)
      let joint = head.lastIndex { " -./:_".contains($0) }
      let end = joint.map { head.index(after: $0) } ?? head.endIndex
      lines.append(String(rest[..<end]))
      rest = rest[end...]
    }
    return (lines + [String(rest)]).filter { !$0.isEmpty }
  }
}
