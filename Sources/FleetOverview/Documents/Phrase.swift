import HTMLDocument
import TerraformDocument

/// A value of a document for people: what is known now, and what only an apply will tell.
///
/// `${aws_sqs_queue.work.name}` is known where the block has a literal `name`; everything else that
/// AWS makes up stays the expression that it is, and says so.
struct Phrase {
  enum Part: Hashable {
    case known(String)
    /// The expression, without its braces.
    case knownAfterApply(String)
  }

  let parts: [Part]

  init(_ json: TerraformJSON?, in root: DocumentRoot) {
    switch json {
    case nil, .null: parts = []
    case .bool, .integer, .number, .string: parts = [.known(json?.literal ?? "")]
    case .expression(let expression):
      parts = Self.pieces(of: expression.template).map { piece in
        switch piece {
        case .known: piece
        case .knownAfterApply(let text): Self.value(of: text, in: root)
        }
      }
    case .array(let elements):
      parts = Array(elements.map { Phrase($0, in: root).parts }.joined(separator: [.known(", ")]))
    case .object, .templatedObject:
      let members = json?.members ?? []
      parts = Array(
        members.map { member in
          Phrase(member.key, in: root).parts + [.known(" = ")]
            + Phrase(member.value, in: root).parts
        }.joined(separator: [.known(", ")]))
    }
  }

  /// Whether all of it is known now.
  var isKnown: Bool {
    parts.allSatisfy { part in
      switch part {
      case .known: true
      case .knownAfterApply: false
      }
    }
  }

  /// As text, with what is not known between braces.
  var text: String {
    parts.map { part in
      switch part {
      case .known(let text): text
      case .knownAfterApply(let expression): "${\(expression)}"
      }
    }.joined()
  }

  /// For the page.
  var prose: Prose {
    Prose(
      parts.map { part in
        switch part {
        case .known(let text): .code(text)
        case .knownAfterApply(let expression): Self.later(expression)
        }
      })
  }

  /// How the page marks what only an apply tells.
  static func later(_ expression: String) -> HTMLNode {
    .element(HTMLElement(.code, .styleClass("later")) { "${\(expression)}" })
  }

  /// A block's literal argument, or the expression again.
  private static func value(of expression: String, in root: DocumentRoot) -> Part {
    let words = expression.split(separator: ".").map(String.init)
    guard words.count == 3 else { return .knownAfterApply(expression) }
    let address = TerraformAddress(.resource, type: words[0], name: words[1])
    guard let value = root.declaration(address)?.body[words[2]]?.literal else {
      return .knownAfterApply(expression)
    }
    return .known(value)
  }

  /// The literal parts and the expressions of a template.
  private static func pieces(of template: String) -> [Part] {
    let bytes = Array(template.utf8)
    var pieces: [Part] = []
    var literal: [UInt8] = []
    var position = 0
    func byte(_ offset: Int) -> UInt8? {
      position + offset < bytes.count ? bytes[position + offset] : nil
    }
    func endLiteral() {
      if !literal.isEmpty { pieces.append(.known(String(decoding: literal, as: UTF8.self))) }
      literal = []
    }
    while let sign = byte(0) {
      let isSign = sign == UInt8(ascii: "$") || sign == UInt8(ascii: "%")
      if isSign, byte(1) == sign, byte(2) == UInt8(ascii: "{") {
        literal += [sign, UInt8(ascii: "{")]
        position += 3
      } else if sign == UInt8(ascii: "$"), byte(1) == UInt8(ascii: "{"),
        let end = bytes[position...].firstIndex(of: UInt8(ascii: "}"))
      {
        endLiteral()
        let expression = bytes[(position + 2)..<end]
        pieces.append(.knownAfterApply(String(decoding: expression, as: UTF8.self)))
        position = end + 1
      } else {
        literal.append(sign)
        position += 1
      }
    }
    endLiteral()
    return pieces
  }
}
