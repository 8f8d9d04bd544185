/// The type of an attribute's value, in Terraform's own terms.
///
/// Source: Terraform 1.11, "Type Constraints"; in JSON `"string"` or `["list", "string"]`.
public indirect enum AttributeType: Sendable, Hashable {
  /// Text.
  case string
  /// A number, whole or not.
  case number
  /// A truth value.
  case bool
  /// Whatever it is given.
  case any
  /// Elements of one type, in order.
  case list(AttributeType)
  /// Elements of one type, unordered and unique.
  case set(AttributeType)
  /// Values of one type by name.
  case map(AttributeType)
  /// Members that each have a type of their own.
  case object([String: AttributeType])
  /// Elements that each have a type of their own.
  case tuple([AttributeType])
}

extension AttributeType: Decodable {
  /// Reads a type's JSON form.
  public init(from decoder: any Decoder) throws {
    if let name = try? decoder.singleValueContainer().decode(String.self) {
      self = try Self.primitive(name, at: decoder)
      return
    }
    var parts = try decoder.unkeyedContainer()
    let constructor = try parts.decode(String.self)
    switch constructor {
    case "list": self = .list(try parts.decode(AttributeType.self))
    case "set": self = .set(try parts.decode(AttributeType.self))
    case "map": self = .map(try parts.decode(AttributeType.self))
    case "object": self = .object(try parts.decode([String: AttributeType].self))
    case "tuple": self = .tuple(try parts.decode([AttributeType].self))
    default: throw Self.unknown(constructor, at: decoder)
    }
  }

  private static func primitive(
    _ name: String, at decoder: any Decoder
  ) throws -> AttributeType {
    switch name {
    case "string": .string
    case "number": .number
    case "bool": .bool
    case "dynamic": .any
    default: throw unknown(name, at: decoder)
    }
  }

  private static func unknown(_ name: String, at decoder: any Decoder) -> DecodingError {
    .dataCorrupted(
      .init(codingPath: decoder.codingPath, debugDescription: "no type is called “\(name)”"))
  }
}
