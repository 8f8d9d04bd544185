import TerraformProviderSchema

/// What can be read from a type.
func renderAttributes(_ type: BoundType) -> [String] {
  [
    "/// What can be read from `\(type.type.name)`.",
    "public struct Attributes: TerraformAttributes {",
    "  public let reference: TerraformReference",
    "  public init(_ reference: TerraformReference) { self.reference = reference }",
  ] + renderReaders(type.attributes, in: type, prefix: "").indented + ["}"]
}

/// What can be read from a block or computed object of a type.
func renderNestedAttributes(
  _ attributes: BoundType.Named<AttributesShape>, in type: BoundType
) -> [String] {
  [
    "/// What can be read inside `\(type.type.name)`.",
    "public struct \(attributes.name): NestedAttributes {",
    "  public let reference: TerraformReference",
    "  public let path: String",
    "  public init(_ reference: TerraformReference, path: String) {",
    "    self.reference = reference",
    "    self.path = path",
    "  }",
  ] + renderReaders(attributes.shape, in: type, prefix: "\\(path).").indented + ["}"]
}

private func renderReaders(
  _ shape: AttributesShape, in type: BoundType, prefix: String
) -> [String] {
  let values = shape.values.flatMap { value in
    let property = SwiftName.declared(SwiftName.property(value.name))
    return [
      "/// `\(value.name)`",
      "public var \(property): Argument<\(value.schema.type.swift)> { reference.attribute(\"\(prefix)\(value.name)\") }",
    ]
  }
  let nested = shape.nested.flatMap { nested in
    let element = type.nestedAttributes[nested.shape].name
    let property = SwiftName.declared(SwiftName.property(nested.name))
    let kind = nested.isList ? "AttributeList<\(element)>" : element
    return [
      "/// `\(nested.name)`",
      "public var \(property): \(kind) { .init(reference, path: \"\(prefix)\(nested.name)\") }",
    ]
  }
  return values + nested
}
