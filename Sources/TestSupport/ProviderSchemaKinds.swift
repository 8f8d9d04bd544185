import TerraformDocument
import TerraformProviderSchema

extension TerraformJSON {
  /// What a person calls such a value.
  var kind: String {
    switch self {
    case .null: "null"
    case .bool: "a truth value"
    case .integer, .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object, .templatedObject: "an object"
    case .expression: "an expression"
    }
  }
}

extension AttributeType {
  /// What a person calls a value of this type.
  var kind: String {
    switch self {
    case .string: "a text"
    case .number: "a number"
    case .bool: "a truth value"
    case .any: "anything"
    case .list, .set: "a list"
    case .map: "a map"
    case .object: "an object"
    case .tuple(let elements): "a list of \(elements.count)"
    }
  }
}
