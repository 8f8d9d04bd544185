/// Reads JSON as it stands in a file: an expression is text like any other.
///
/// Own code for the same reason as ``JSONWriter``: `JSONDecoder` would have to try one type after the
/// other for every value.
public struct JSONReader {
  /// Where the text is no JSON.
  public struct Failure: Error, Sendable, Hashable {
    /// Offset in bytes.
    public let offset: Int
  }

  private let bytes: [UInt8]
  private var offset = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The one value of a text in UTF-8.
  public static func value(of bytes: [UInt8]) throws(Failure) -> TerraformJSON {
    var reader = JSONReader(bytes)
    let value = try reader.value()
    reader.skipSpace()
    guard reader.offset == bytes.count else { throw reader.failure }
    return value
  }

  private var failure: Failure { Failure(offset: offset) }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 {
      offset += 1
    }
  }

  /// Whether the next character is `character`, which is then behind.
  private mutating func skip(_ character: Character) -> Bool {
    skipSpace()
    guard next == character.asciiValue else { return false }
    offset += 1
    return true
  }

  private mutating func value() throws(Failure) -> TerraformJSON {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return .object(try members())
    case UInt8(ascii: "["): return .array(try elements())
    case UInt8(ascii: "\""): return .string(try text())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(
    _ word: String, _ value: TerraformJSON
  ) throws(Failure) -> TerraformJSON {
    guard bytes[offset...].starts(with: word.utf8) else { throw failure }
    offset += word.utf8.count
    return value
  }

  private mutating func members() throws(Failure) -> TerraformBody {
    var members = TerraformBody()
    _ = skip("{")
    if skip("}") { return members }
    repeat {
      skipSpace()
      let name = try text()
      guard skip(":") else { throw failure }
      members[name] = try value()
    } while skip(",")
    guard skip("}") else { throw failure }
    return members
  }

  private mutating func elements() throws(Failure) -> [TerraformJSON] {
    var elements: [TerraformJSON] = []
    _ = skip("[")
    if skip("]") { return elements }
    repeat { elements.append(try value()) } while skip(",")
    guard skip("]") else { throw failure }
    return elements
  }

  private mutating func number() throws(Failure) -> TerraformJSON {
    let start = offset
    while let byte = next, "+-.eE0123456789".utf8.contains(byte) { offset += 1 }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text) else {
      offset = start
      throw failure
    }
    return .number(number)
  }

  private mutating func text() throws(Failure) -> String {
    guard skip("\"") else { throw failure }
    var text: [UInt8] = []
    while let byte = next {
      offset += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escaped()
      default: text.append(byte)
      }
    }
    throw failure
  }

  /// What stands behind a backslash.
  private mutating func escaped() throws(Failure) -> [UInt8] {
    guard let byte = next else { throw failure }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "n"): return [0x0a]
    case UInt8(ascii: "r"): return [0x0d]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0c]
    case UInt8(ascii: "u"): return Array(String(try scalar()).utf8)
    default: throw failure
    }
  }

  /// The character of four hexadecimal digits, or of two such escapes where it is beyond U+FFFF.
  private mutating func scalar() throws(Failure) -> Character {
    var units = [try unit()]
    if UTF16.isLeadSurrogate(units[0]), bytes[offset...].starts(with: "\\u".utf8) {
      offset += 2
      units.append(try unit())
    }
    guard let character = String(decoding: units, as: UTF16.self).first else { throw failure }
    return character
  }

  private mutating func unit() throws(Failure) -> UInt16 {
    let digits = bytes[offset...].prefix(4)
    guard digits.count == 4, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw failure }
    offset += 4
    return unit
  }
}
