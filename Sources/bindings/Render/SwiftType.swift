import TerraformProviderSchema

extension AttributeType {
  /// The literal that an `Argument` of this type stands for.
  ///
  /// Objects are JSON: the provider's own members would be one more generation of structs for the
  /// few arguments that are objects and not blocks.
  var swift: String {
    switch self {
    case .string: "String"
    case .number: "Double"
    case .bool: "Bool"
    case .any, .object: "TerraformJSON"
    case .list(let element), .set(let element): "[\(element.swift)]"
    case .map(let value): "[String: \(value.swift)]"
    case .tuple: "[TerraformJSON]"
    }
  }
}
