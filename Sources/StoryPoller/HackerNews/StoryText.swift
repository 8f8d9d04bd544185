import Foundation

/// Makes text that is anybody's into text that is sent to people.
enum StoryText {
  /// The longest address that is sent; a longer one costs several messages.
  static let addressLimit = 500

  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ",
  ]

  /// One line of plain text: entities replaced, control characters and line ends made spaces, runs of
  /// spaces one, and what turns the direction of writing left out, because it can make a text read as
  /// another one.
  static func line(ofHTML html: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in withoutEntities(html).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator:
        if scalars.last != " ", !scalars.isEmpty { scalars.append(" ") }
      case .format where turnsDirection(scalar), .unassigned, .surrogate: break
      default: scalars.append(scalar)
      }
    }
    if scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  /// `text`, or its beginning with an ellipsis, of at most `limit` Unicode scalars, which is what the API
  /// counts; no character is cut in two.
  static func shortened(_ text: String, to limit: Int) -> String {
    guard text.unicodeScalars.count > limit else { return text }
    var kept = ""
    var count = 1
    for character in text {
      count += character.unicodeScalars.count
      guard count <= limit else { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// An address of the web; nil for one that is none, or too long to send.
  static func address(_ text: String) -> String? {
    guard text.hasPrefix("https://") || text.hasPrefix("http://"),
      text.unicodeScalars.count <= addressLimit, let url = URL(string: text),
      url.host()?.isEmpty == false,
      text.unicodeScalars.allSatisfy({ $0.properties.isWhitespace == false && isPlain($0) })
    else { return nil }
    return text
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .unassigned, .surrogate, .privateUse: false
    default: true
    }
  }

  /// Source: Unicode Standard Annex 9, "Directional formatting characters".
  private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// `text` with its entities replaced: numbers, and the few names that occur. Others stay as they are.
  private static func withoutEntities(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var plain = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      plain += rest[..<start]
      rest = rest[start...]
      // The longest is `&#1114111;`.
      if let end = rest.prefix(11).firstIndex(of: ";"),
        let scalar = scalar(rest[rest.index(after: start)..<end])
      {
        plain.unicodeScalars.append(scalar)
        rest = rest[rest.index(after: end)...]
      } else {
        plain.append("&")
        rest = rest.dropFirst()
      }
    }
    return plain + rest
  }

  private static func scalar(_ entity: Substring) -> Unicode.Scalar? {
    guard entity.first == "#" else { return names[String(entity)] }
    let digits = entity.dropFirst()
    if digits.first == "x" || digits.first == "X" {
      return UInt32(digits.dropFirst(), radix: 16).flatMap(Unicode.Scalar.init)
    }
    return UInt32(digits).flatMap(Unicode.Scalar.init)
  }
}
