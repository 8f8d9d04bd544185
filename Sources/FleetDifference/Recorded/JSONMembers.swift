import TerraformDocument

/// Reading of what a file holds, where an expression is text.
extension TerraformJSON {
  /// The members of an object; none of anything else.
  var members: TerraformBody {
    guard case .object(let members) = self else { return [:] }
    return members
  }

  /// The elements of a list; a single nested block counts as a list of one.
  var elements: [TerraformJSON] {
    switch self {
    case .array(let elements): elements
    case .object: [self]
    case .null, .bool, .integer, .number, .string, .templatedObject, .expression: []
    }
  }

  /// The text of a string, or nil.
  var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// A member of an object or of the first object of a list; null where there is none.
  subscript(_ name: String) -> TerraformJSON {
    switch self {
    case .object(let members): members[name] ?? .null
    case .array(let elements): elements.first?[name] ?? .null
    case .null, .bool, .integer, .number, .string, .templatedObject, .expression: .null
    }
  }

  /// The names behind `local.` in every text.
  var namesOfLocals: Set<String> {
    switch self {
    case .string(let text):
      guard text.contains("${") else { return [] }
      return Set(text.matches(of: /\blocal\.(\w+)/).map { String($0.1) })
    case .array(let elements): return elements.reduce(into: []) { $0.formUnion($1.namesOfLocals) }
    case .object(let members):
      return members.values.reduce(into: []) { $0.formUnion($1.namesOfLocals) }
    case .null, .bool, .integer, .number, .expression, .templatedObject: return []
    }
  }

  /// Attributes that every text reads of the block at `address`: `id` of `${aws_vpc.main.id}`.
  func attributes(of address: String) -> Set<String> {
    switch self {
    case .string(let text):
      guard text.contains("\(address).") else { return [] }
      return Set(
        text.matches(of: /([\w.-]+)\.(\w+)/).filter { $0.1 == address }.map { String($0.2) })
    case .array(let elements):
      return elements.reduce(into: []) { $0.formUnion($1.attributes(of: address)) }
    case .object(let members):
      return members.values.reduce(into: []) { $0.formUnion($1.attributes(of: address)) }
    case .null, .bool, .integer, .number, .expression, .templatedObject: return []
    }
  }

  /// A short text for people: `30`, `"standard"`, `nothing`, `a list of 3`.
  var summary: String {
    switch self {
    case .null: "nothing"
    case .bool(let truth): truth ? "true" : "false"
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .string(let text): text.count > 60 ? "another text" : "\"\(text)\""
    case .expression(let expression): expression.template
    case .array(let elements):
      elements.count == 1 ? "[\(elements[0].summary)]" : "a list of \(elements.count)"
    case .object, .templatedObject: "a block"
    }
  }
}
