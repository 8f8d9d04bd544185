import TerraformDocument

/// Values of a document, as the page needs them; nil or empty where they are of another kind.
extension TerraformJSON {
  /// Literal text.
  var literal: String? {
    switch self {
    case .string(let text): text
    case .integer(let number): String(number)
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    case .bool(let truth): String(truth)
    case .null, .array, .object, .templatedObject, .expression: nil
    }
  }

  /// A whole number.
  var whole: Int? {
    switch self {
    case .integer(let number): number
    case .number(let number): Int(exactly: number)
    case .null, .bool, .string, .array, .object, .templatedObject, .expression: nil
    }
  }

  /// A truth value.
  var truth: Bool? {
    switch self {
    case .bool(let truth): truth
    case .null, .integer, .number, .string, .array, .object, .templatedObject, .expression: nil
    }
  }

  /// The elements of a list; a lone value is a list of itself, as in IAM policies.
  var elements: [TerraformJSON] {
    switch self {
    case .array(let elements): elements
    case .null: []
    case .bool, .integer, .number, .string, .object, .templatedObject, .expression: [self]
    }
  }

  /// The members of an object, by key; keys that hold expressions are `json` too.
  var members: [(key: TerraformJSON, value: TerraformJSON)] {
    switch self {
    case .object(let members):
      members.map { (.string($0.key), $0.value) }
    case .templatedObject(let members):
      members.sorted { $0.key.template < $1.key.template }.map { (.expression($0.key), $0.value) }
    case .null, .bool, .integer, .number, .string, .array, .expression: []
    }
  }

  /// A member of an object.
  subscript(_ key: String) -> TerraformJSON? {
    switch self {
    case .object(let members): members[key]
    case .null, .bool, .integer, .number, .string, .array, .templatedObject, .expression: nil
    }
  }
}
