/// What TwiML reads out: the texts of its `<Say>`, one after the other.
///
/// Reads a `<Response>` of `<Say>` without attributes and nothing else, strictly as XML 1.0: a `<` or an
/// `&` that begins nothing, and a character that XML doesn't have, are mistakes.
struct SaidText: Sendable {
  let text: String

  /// By scalars: a combining mark at the start of a text would become one character with the `>` before.
  private typealias Scalars = Substring.UnicodeScalarView

  /// Nil for what is something else.
  init?(reading twiml: String) {
    guard var rest = Self.remove("<Response>", from: twiml[...].unicodeScalars) else { return nil }
    var text = ""
    while let inside = Self.remove("<Say>", from: rest) {
      guard let end = inside.firstIndex(of: "<"),
        let said = Self.unescaped(inside[..<end]),
        let behind = Self.remove("</Say>", from: inside[end...])
      else { return nil }
      text += said
      rest = behind
    }
    guard !text.isEmpty, rest.elementsEqual("</Response>".unicodeScalars) else { return nil }
    self.text = text
  }

  private static func remove(_ prefix: String, from text: Scalars) -> Scalars? {
    text.starts(with: prefix.unicodeScalars)
      ? text.dropFirst(prefix.unicodeScalars.count) : nil
  }

  private static let entities = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "#13": "\r",
  ]

  private static func unescaped(_ text: Scalars) -> String? {
    let isLegal = text.allSatisfy {
      $0.value >= 0x20 ? !(0xFFFE...0xFFFF).contains($0.value) : $0 == "\t" || $0 == "\n"
    }
    guard isLegal else { return nil }
    let parts = text.split(separator: "&", omittingEmptySubsequences: false)
    var result = String(parts[0])
    for part in parts.dropFirst() {
      guard let end = part.firstIndex(of: ";"), let character = entities[String(part[..<end])]
      else { return nil }
      result += character + String(part[part.index(after: end)...])
    }
    return result
  }
}
