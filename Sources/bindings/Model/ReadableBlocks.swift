import TerraformProviderSchema

/// Finds what can be read from a type, depth first, equal blocks once.
///
/// Of nested blocks, only those count in which the provider computes something: what a
/// configuration has set itself it need not read back. At the top level everything counts, since a
/// reference to a name is also an order of creation.
struct ReadableBlocks {
  private(set) var interner = Interner<AttributesShape>()

  /// The shape of the block at `path`; nested ones are interned on the way.
  mutating func shape(of schema: BlockSchema, at path: [String]) -> AttributesShape {
    var values: [AttributesShape.Value] = []
    var nested: [AttributesShape.Nested] = []
    for (name, attribute) in schema.attributes.sorted(by: { $0.key < $1.key })
    where !attribute.isDeprecated && !attribute.isWriteOnly {
      if case .list(.object(let members)) = attribute.type, attribute.isComputed {
        let inner = shape(of: BlockSchema(computed: members), at: path + [name])
        let index = interner.intern(inner, at: path + [name])
        nested.append(.init(name: name, shape: index, isList: true))
      } else if path.isEmpty || attribute.isComputed {
        values.append(.init(name: name, schema: attribute))
      }
    }
    for (name, block) in schema.blocks.sorted(by: { $0.key < $1.key })
    where !block.block.isDeprecated && block.nesting.isReachable {
      let inner = shape(of: block.block, at: path + [name])
      guard !inner.isEmpty else { continue }
      nested.append(
        .init(
          name: name, shape: interner.intern(inner, at: path + [name]),
          isList: block.nesting == .list))
    }
    return AttributesShape(values: values, nested: nested)
  }
}

extension BlockSchema {
  /// An object that the provider computes, as if it were a block.
  fileprivate init(computed members: [String: AttributeType]) {
    self.init(attributes: members.mapValues { AttributeSchema($0, isComputed: true) })
  }
}

extension NestedBlockSchema.Nesting {
  /// Whether an expression can name one of the blocks; a set has no order and a map needs its key.
  fileprivate var isReachable: Bool {
    switch self {
    case .single, .group, .list: true
    case .set, .map: false
    }
  }
}
