import TerraformDocument

/// JSON as a reader sees it: an expression is text like any other.
struct WrittenJSON: Decodable {
  let value: TerraformJSON

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      value = .null
    } else if let truth = try? container.decode(Bool.self) {
      value = .bool(truth)
    } else if let number = try? container.decode(Int.self) {
      value = .integer(number)
    } else if let number = try? container.decode(Double.self) {
      value = .number(number)
    } else if let text = try? container.decode(String.self) {
      value = .string(text)
    } else if let elements = try? container.decode([WrittenJSON].self) {
      value = .array(elements.map(\.value))
    } else {
      value = .object(try container.decode([String: WrittenJSON].self).mapValues(\.value))
    }
  }
}

extension TerraformJSON {
  /// The members of an object; none of anything else.
  var members: [String: TerraformJSON] {
    guard case .object(let members) = self else { return [:] }
    return members
  }

  /// The elements of a list; none of anything else.
  var elements: [TerraformJSON] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  /// The text of a string, or nil.
  var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// A member of an object; null where there is none.
  subscript(_ name: String) -> TerraformJSON { members[name] ?? .null }

  /// Every text in this value, keys not counted.
  var texts: [String] {
    switch self {
    case .null, .bool, .integer, .number: []
    case .string(let text): [text]
    case .expression(let expression): [expression.template]
    case .array(let elements): elements.flatMap(\.texts)
    case .object(let members): members.values.flatMap(\.texts)
    case .templatedObject(let members): members.values.flatMap(\.texts)
    }
  }
}
