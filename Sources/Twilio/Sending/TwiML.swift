/// What Twilio does in a call, as XML.
public enum TwiML {
  /// The most that Twilio takes with a call, in characters; counted in UTF-16, which is never fewer.
  /// Source: Twilio, "Error 32018", 2026-11.
  static let limit = 4_000

  /// The most that stands in one `<Say>`, in bytes of UTF-8: Twilio refuses a text that has more than
  /// 4,500 characters once it is percent-encoded, which is three for a byte, and the voices of Polly read
  /// 3,000 bytes.
  /// Source: Twilio, "Error 13521", 2026-11.
  static let sayLimit = 1_500

  /// A call that reads `text` out: escaped, without the characters that XML 1.0 forbids, in several
  /// `<Say>` where it is long. What doesn't fit ``limit`` is left out at the end: a text of 1,600 letters
  /// fits, one of 1,600 ampersands doesn't.
  /// Sources: W3C, "Extensible Markup Language (XML) 1.0 (Fifth Edition)", production 2; Twilio, "TwiML
  /// Voice: Say", 2026-11.
  public static func saying(_ text: String) -> String {
    var room = limit - "<Response></Response>".utf16.count
    var says = ""
    for piece in pieces(of: text.unicodeScalars.filter(isAllowed)) {
      room -= "<Say></Say>".utf16.count
      var escapedPiece = ""
      for scalar in piece {
        let escaped = escape(scalar)
        guard escaped.utf16.count <= room else {
          room = 0
          break
        }
        room -= escaped.utf16.count
        escapedPiece += escaped
      }
      if !escapedPiece.isEmpty { says += "<Say>\(escapedPiece)</Say>" }
    }
    return "<Response>\(says)</Response>"
  }

  /// Cuts a text into pieces of at most ``sayLimit`` bytes, after a blank where there is one.
  private static func pieces(
    of scalars: some Sequence<Unicode.Scalar>
  ) -> [[Unicode.Scalar]] {
    var pieces: [[Unicode.Scalar]] = []
    var piece: [Unicode.Scalar] = []
    var bytes = 0
    for scalar in scalars {
      let length = UTF8.width(scalar)
      if bytes + length > sayLimit {
        let blank = piece.lastIndex { $0.properties.isWhitespace }
        let rest = blank.map { Array(piece[($0 + 1)...]) } ?? []
        pieces.append(Array(piece.dropLast(rest.count)))
        piece = rest
        bytes = rest.reduce(0) { $0 + UTF8.width($1) }
      }
      piece.append(scalar)
      bytes += length
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    // A reader would make a line feed of it.
    case "\r": "&#13;"
    default: String(Character(scalar))
    }
  }
}
