/// Cuts Swift source into tokens.
///
/// It knows strings of every kind with their interpolations, comments that nest, and names, which is
/// what it takes to find the end of a call. A regular expression between slashes is not told from
/// operators; a quote or bracket in one makes the file unreadable, which is reported.
struct SwiftScanner {
  private let bytes: [UInt8]
  private var position: Int
  private var startsLine = true

  /// What can't be read, at an offset in bytes.
  struct Failure: Error {
    let offset: Int
    let problem: String
  }

  private init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// The tokens of a whole file or piece of code.
  static func tokens(of bytes: [UInt8]) throws(Failure) -> [SwiftToken] {
    var scanner = SwiftScanner(bytes)
    var tokens: [SwiftToken] = []
    while let token = try scanner.next() { tokens.append(token) }
    return tokens
  }

  private mutating func next() throws(Failure) -> SwiftToken? {
    try skipTrivia()
    guard position < bytes.count else { return nil }
    let start = position
    let isFirst = startsLine
    let kind = try scanToken()
    startsLine = false
    return SwiftToken(kind: kind, range: start..<position, startsLine: isFirst)
  }

  private mutating func scanToken() throws(Failure) -> SwiftToken.Kind {
    let byte = bytes[position]
    if Self.isName(byte), !Self.isDigit(byte) {
      skip(while: Self.isName)
      return .identifier
    }
    if byte == UInt8(ascii: "`"), let end = bytes[(position + 1)...].firstIndex(of: byte) {
      position = end + 1
      return .identifier
    }
    if Self.isDigit(byte) {
      scanNumber()
      return .other
    }
    if try scanString() { return .other }
    position += 1
    return switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .opening
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .closing
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: ";"): .semicolon
    default: .other
    }
  }

  /// `2` in `2...6`, all of `0.5` and `1_000`.
  private mutating func scanNumber() {
    skip(while: Self.isName)
    let isFraction =
      at(UInt8(ascii: ".")) && position + 1 < bytes.count && Self.isDigit(bytes[position + 1])
    guard isFraction else { return }
    position += 1
    skip(while: Self.isName)
  }

  // MARK: White space and comments

  private mutating func skipTrivia() throws(Failure) {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\n") {
        startsLine = true
        position += 1
      } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
        || byte == UInt8(ascii: "\r")
      {
        position += 1
      } else if at("//") {
        skip { $0 != UInt8(ascii: "\n") }
      } else if at("/*") {
        try skipBlockComment()
      } else {
        return
      }
    }
  }

  private mutating func skipBlockComment() throws(Failure) {
    let start = position
    var depth = 0
    repeat {
      guard position < bytes.count else {
        throw Failure(offset: start, problem: "a comment does not end")
      }
      if at("/*") {
        depth += 1
        position += 2
      } else if at("*/") {
        depth -= 1
        position += 2
      } else {
        if at(UInt8(ascii: "\n")) { startsLine = true }
        position += 1
      }
    } while depth > 0
  }

  // MARK: Strings

  /// Scans a string literal with its number signs; false where none begins here.
  private mutating func scanString() throws(Failure) -> Bool {
    let start = position
    var quote = position
    while quote < bytes.count, bytes[quote] == UInt8(ascii: "#") { quote += 1 }
    guard quote < bytes.count, bytes[quote] == UInt8(ascii: "\"") else { return false }
    let signs = [UInt8](repeating: UInt8(ascii: "#"), count: quote - position)
    position = quote
    let isMultiline = at("\"\"\"")
    let end = (isMultiline ? Array("\"\"\"".utf8) : [UInt8(ascii: "\"")]) + signs
    let escape = [UInt8(ascii: "\\")] + signs
    position += isMultiline ? 3 : 1
    while position < bytes.count {
      if at(end) {
        position += end.count
        return true
      }
      if at(escape) {
        position += escape.count
        try skipEscaped()
      } else if at(UInt8(ascii: "\n")), !isMultiline {
        break
      } else {
        position += 1
      }
    }
    throw Failure(offset: start, problem: "a text does not end")
  }

  /// The character behind the escape, or the whole of an interpolation.
  private mutating func skipEscaped() throws(Failure) {
    guard at(UInt8(ascii: "(")) else {
      position = min(position + 1, bytes.count)
      return
    }
    let start = position
    var depth = 0
    repeat {
      guard let token = try next() else {
        throw Failure(offset: start, problem: "an interpolation does not end")
      }
      switch token.kind {
      case .opening: depth += 1
      case .closing: depth -= 1
      case .identifier, .comma, .colon, .semicolon, .other: break
      }
    } while depth > 0
  }

  // MARK: Bytes

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while position < bytes.count, condition(bytes[position]) { position += 1 }
  }

  private func at(_ byte: UInt8) -> Bool { position < bytes.count && bytes[position] == byte }
  private func at(_ text: String) -> Bool { at(Array(text.utf8)) }
  private func at(_ text: [UInt8]) -> Bool { bytes[position...].starts(with: text) }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Letters, digits, `_`, `$` and all that is not ASCII.
  private static func isName(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") || byte >= 0x80
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
