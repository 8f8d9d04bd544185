import TerraformProviderSchema

/// What a configuration can set in a block, without its name: equal shapes share one struct.
struct BlockShape: Hashable {
  /// A settable argument.
  struct Argument: Hashable {
    let name: String
    let schema: AttributeSchema
  }

  /// A nested block, by the number of its shape.
  struct Nested: Hashable {
    let name: String
    let shape: Int
    let isSingular: Bool
    let minimum: Int
    let maximum: Int?
  }

  /// By name.
  let arguments: [Argument]
  /// By name.
  let blocks: [Nested]
}

/// What can be read from a block, without its name.
struct AttributesShape: Hashable {
  /// A value.
  struct Value: Hashable {
    let name: String
    let schema: AttributeSchema
  }

  /// A block or object with attributes of its own, by the number of its shape.
  struct Nested: Hashable {
    let name: String
    let shape: Int
    /// Whether its elements are reached by an index, as in `identity[0]`.
    let isList: Bool
  }

  /// By name.
  let values: [Value]
  /// By name.
  let nested: [Nested]

  var isEmpty: Bool { values.isEmpty && nested.isEmpty }
}
