import TerraformProviderSchema

/// Finds what a configuration can set in a type, depth first, equal blocks once.
struct SettableBlocks {
  private let type: ProviderSchema.TypeName
  private(set) var interner = Interner<BlockShape>()
  private(set) var leftOut: Set<String> = []

  init(_ type: ProviderSchema.TypeName) { self.type = type }

  /// The shape of the block at `path`; its nested blocks are interned on the way.
  mutating func shape(
    of schema: BlockSchema, at path: [String]
  ) throws(BindingsError) -> BlockShape {
    var arguments: [BlockShape.Argument] = []
    for (name, attribute) in schema.attributes.sorted(by: { $0.key < $1.key })
    where attribute.isSettable && !isForTerraform(name, attribute, at: path) {
      guard !attribute.isDeprecated else {
        leave(out: path + [name])
        continue
      }
      arguments.append(.init(name: name, schema: attribute))
    }
    var blocks: [BlockShape.Nested] = []
    for (name, nested) in schema.blocks.sorted(by: { $0.key < $1.key }) {
      guard !nested.block.isDeprecated else {
        leave(out: path + [name])
        continue
      }
      guard nested.nesting != .map else {
        throw .unsupportedNesting(path: ([type.name] + path + [name]).joined(separator: "."))
      }
      let inner = try shape(of: nested.block, at: path + [name])
      blocks.append(
        .init(
          name: name, shape: interner.intern(inner, at: path + [name]),
          isSingular: nested.isSingular, minimum: nested.minimum, maximum: nested.maximum))
    }
    try refuseAmbiguity(arguments.map(\.name) + blocks.map(\.name), at: path)
    return BlockShape(arguments: arguments, blocks: blocks)
  }

  /// Whether the schema calls an argument settable that a configuration must not set.
  ///
  /// The plugin SDK gives every resource an `id` that is "optional" and refuses a configured one;
  /// `tags_all` is how the provider merges its default tags ("do not set", provider 5.100, "Guides:
  /// Resource Tagging").
  private func isForTerraform(_ name: String, _ attribute: AttributeSchema, at path: [String])
    -> Bool
  {
    guard type.kind == .resource, path.isEmpty, attribute.isComputed else { return false }
    return name == "id" || name == "tags_all"
  }

  private mutating func leave(out path: [String]) {
    leftOut.insert(([type.name] + path).joined(separator: "."))
  }

  private func refuseAmbiguity(_ names: [String], at path: [String]) throws(BindingsError) {
    for (swift, names) in Dictionary(grouping: names, by: SwiftName.property)
    where names.count > 1 {
      throw .ambiguousName(
        type: ([type.name] + path).joined(separator: "."), swift: swift, terraform: names.sorted())
    }
  }
}
