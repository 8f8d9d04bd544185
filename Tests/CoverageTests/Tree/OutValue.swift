/// A value of a committed file, JSON or YAML, as any reader sees it: an expression is text.
enum OutValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([OutValue])
  case object([String: OutValue])

  /// A member of an object; nil where there is none, or no object.
  subscript(member name: String) -> OutValue? {
    guard case .object(let members) = self else { return nil }
    return members[name]
  }

  /// An element of a list; nil where there is none, or no list.
  subscript(element index: Int) -> OutValue? {
    guard case .list(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  /// The text of a string; nil of anything else.
  var string: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  /// How many elements or members there are; nil of what has none.
  var count: Int? {
    switch self {
    case .null, .bool, .integer, .number, .text: nil
    case .list(let elements): elements.count
    case .object(let members): members.count
    }
  }
}

extension OutValue: CustomStringConvertible {
  /// As JSON on one line, members sorted by name; a text alone is bare.
  var description: String { string ?? json }

  private var json: String {
    switch self {
    case .null: "null"
    case .bool(let truth): "\(truth)"
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .text(let text): "\"\(text)\""
    case .list(let elements): "[\(elements.map(\.json).joined(separator: ", "))]"
    case .object(let members):
      "{\(members.sorted { $0.key < $1.key }.map { "\"\($0)\": \($1.json)" }.joined(separator: ", "))}"
    }
  }
}

extension OutValue: Decodable {
  init(from decoder: any Decoder) throws {
    // Most values are texts and objects; each attempt that fails costs time.
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let members = try? container.decode([String: OutValue].self) {
      self = .object(members)
    } else if let elements = try? container.decode([OutValue].self) {
      self = .list(elements)
    } else if container.decodeNil() {
      self = .null
    } else if let truth = try? container.decode(Bool.self) {
      self = .bool(truth)
    } else if let number = try? container.decode(Int.self) {
      self = .integer(number)
    } else {
      self = .number(try container.decode(Double.self))
    }
  }
}

extension OutValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(booleanLiteral truth: Bool) { self = .bool(truth) }
  init(integerLiteral number: Int) { self = .integer(number) }
  init(stringLiteral text: String) { self = .text(text) }
  init(arrayLiteral elements: OutValue...) { self = .list(elements) }
  init(dictionaryLiteral members: (String, OutValue)...) {
    self = .object(Dictionary(uniqueKeysWithValues: members))
  }
}
