import TerraformDocument

/// Reading of arguments, whether they come from a model or from a file, where an expression is text.
extension TerraformJSON {
  /// The text of a literal, or of a template as it stands in a file.
  var text: String? {
    switch self {
    case .string(let text): text
    case .expression(let expression): expression.template
    case .null, .bool, .integer, .number, .array, .object, .templatedObject: nil
    }
  }

  /// A whole number, also where it is written as text.
  var integer: Int? {
    switch self {
    case .integer(let number): number
    case .number(let number): Int(exactly: number)
    case .string(let text): Int(text)
    case .null, .bool, .array, .object, .templatedObject, .expression: nil
    }
  }

  /// A number of at most six decimals, also where it is written as text.
  var quantity: Quantity? {
    switch self {
    case .integer(let number): Quantity(number)
    case .number(let number): Quantity(millionths: Int((number * 1_000_000).rounded()))
    case .string(let text): Quantity(text)
    case .null, .bool, .array, .object, .templatedObject, .expression: nil
    }
  }

  /// Whether it is `true`, also where it is written as text.
  var isTrue: Bool { self == .bool(true) || self == .string("true") }

  /// A list's elements; a single nested block counts as a list of one.
  var elements: [TerraformJSON] {
    switch self {
    case .array(let elements): elements
    case .object: [self]
    case .null, .bool, .integer, .number, .string, .templatedObject, .expression: []
    }
  }

  /// A member of an object, or of the first object in a list of nested blocks.
  subscript(member: String) -> TerraformJSON? {
    switch self {
    case .object(let members): members[member]
    case .array(let elements): elements.first?[member]
    case .null, .bool, .integer, .number, .string, .templatedObject, .expression: nil
    }
  }
}
