/// What is wrong with a text that should be JSON.
public struct JSONError: Error, Sendable, Hashable {
  /// In words: ``a value is expected, not `}` at line 1, column 12``.
  public let problem: String
}

extension JSONValue {
  /// Reads a document in UTF-8. Members come out in the order of their names, so that documents that say
  /// the same are the same.
  ///
  /// Strict: RFC 8259 and nothing beyond it, no name twice, at most 512 values
  /// within each other. An own reader, because it is what a request costs: `JSONDecoder` takes twenty
  /// times as long for a page of DynamoDB.
  public init(reading bytes: some Sequence<UInt8>) throws(JSONError) {
    var reader = JSONReader(bytes)
    self = try reader.document()
  }
}

/// Reads JSON from its first byte to its last.
struct JSONReader {
  /// How many values may be within each other; each takes some of the thread's stack.
  static let depthLimit = 512

  let bytes: [UInt8]
  var position = 0

  init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// The value that the whole document is.
  mutating func document() throws(JSONError) -> JSONValue {
    skipSpace()
    let value = try value(depth: 0)
    skipSpace()
    guard position == bytes.count else { throw unexpected("the end is expected") }
    return value
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    switch current {
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case let byte? where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte):
      return try number()
    default: throw unexpected("a value is expected")
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    try enter(depth)
    var members: [(name: String, value: JSONValue)] = []
    if !skip(UInt8(ascii: "}")) {
      repeat {
        skipSpace()
        guard current == UInt8(ascii: "\"") else { throw unexpected("a name is expected") }
        let name = try string()
        skipSpace()
        guard skip(UInt8(ascii: ":")) else { throw unexpected("`:` is expected") }
        skipSpace()
        members.append((name: name, value: try value(depth: depth)))
        skipSpace()
      } while skip(UInt8(ascii: ","))
      guard skip(UInt8(ascii: "}")) else { throw unexpected("`,` or `}` is expected") }
    }
    if !Self.areInOrder(members) {
      members.sort { $0.name < $1.name }
      for index in members.indices.dropFirst() where members[index].name == members[index - 1].name
      {
        throw JSONError(
          problem: "the name `\(members[index].name)` stands twice in an object \(place)")
      }
    }
    return .object(JSONObject(members))
  }

  /// Whether each name stands once, and all in order: most objects have few members.
  private static func areInOrder(_ members: [(name: String, value: JSONValue)]) -> Bool {
    var index = 1
    while index < members.count {
      guard members[index - 1].name < members[index].name else { return false }
      index += 1
    }
    return true
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    try enter(depth)
    var elements: [JSONValue] = []
    if !skip(UInt8(ascii: "]")) {
      repeat {
        skipSpace()
        elements.append(try value(depth: depth))
        skipSpace()
      } while skip(UInt8(ascii: ","))
      guard skip(UInt8(ascii: "]")) else { throw unexpected("`,` or `]` is expected") }
    }
    return .array(elements)
  }

  /// Goes past an opening bracket and the space after it.
  private mutating func enter(_ depth: Int) throws(JSONError) {
    guard depth <= Self.depthLimit else {
      throw JSONError(problem: "more than \(Self.depthLimit) values are within each other \(place)")
    }
    position += 1
    skipSpace()
  }

  private mutating func literal(
    _ text: StaticString, _ value: JSONValue
  ) throws(JSONError) -> JSONValue {
    for offset in 0..<text.utf8CodeUnitCount {
      guard current == text.utf8Start[offset] else { throw unexpected("`\(text)` is expected") }
      position += 1
    }
    return value
  }

  /// What stands here; nil at the end.
  var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  /// What stands here is something else than `expected` says.
  func unexpected(_ expected: String) -> JSONError {
    guard let current else { return JSONError(problem: "\(expected), not the end \(place)") }
    let found =
      (0x21..<0x7F).contains(current)
      ? "`\(Unicode.Scalar(current))`" : "the byte 0x\(String(current, radix: 16))"
    return JSONError(problem: "\(expected), not \(found) \(place)")
  }

  /// Where the reader is, for people.
  var place: String {
    let before = bytes[..<min(position, bytes.count)]
    let line = before.count { $0 == 0x0A } + 1
    let column = before.count - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
    return "at line \(line), column \(column)"
  }
}
