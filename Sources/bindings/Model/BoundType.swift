import TerraformProviderSchema

/// A wanted type with all that its Swift code needs, equal nested blocks told once.
///
/// Blocks are shared within a type and not between types: so a type's file depends on its schema
/// alone, and adding a type changes no other file.
struct BoundType {
  /// A struct that stands for all nested blocks of one shape.
  struct Named<Shape> {
    let name: String
    /// Where the schema has it: `rule.filter.and`.
    let path: String
    let shape: Shape
  }

  let type: ProviderSchema.TypeName
  /// What can be set at its top level.
  let block: BlockShape
  /// What can be read at its top level.
  let attributes: AttributesShape
  /// Nested blocks by the number that ``BlockShape/Nested`` uses.
  let blocks: [Named<BlockShape>]
  /// What can be read from them, by the number that ``AttributesShape/Nested`` uses.
  let nestedAttributes: [Named<AttributesShape>]
  /// Deprecated names that have no accessor: `aws_eip.vpc`.
  let leftOut: [String]
  /// Whether it is a resource with tags of its own, to which the provider's default ones are added.
  let takesTags: Bool

  /// Binds one type; throws where Swift can't say what the schema says.
  init(_ type: ProviderSchema.TypeName, _ schema: BlockSchema) throws(BindingsError) {
    self.type = type
    var settable = SettableBlocks(type)
    block = try settable.shape(of: schema, at: [])
    blocks = settable.interner.named { SwiftName.nested($0) }
    leftOut = settable.leftOut.sorted()
    var readable = ReadableBlocks()
    attributes = readable.shape(of: schema, at: [])
    takesTags =
      type.kind == .resource && schema.attributes["tags"]?.isSettable == true
      && schema.attributes["tags_all"] != nil
    nestedAttributes = readable.interner.named { SwiftName.nested($0) + "Attributes" }
    try refuseAmbiguity()
  }

  /// Refuses two structs of one name, which Swift would refuse too, but without saying why.
  private func refuseAmbiguity() throws(BindingsError) {
    let names = blocks.map { ($0.name, $0.path) } + nestedAttributes.map { ($0.name, $0.path) }
    for (swift, paths) in Dictionary(grouping: names, by: \.0) where paths.count > 1 {
      throw .ambiguousName(type: type.name, swift: swift, terraform: paths.map(\.1).sorted())
    }
  }
}

extension Interner {
  /// Each shape with the name that `name` makes of its path.
  fileprivate func named(_ name: ([String]) -> String) -> [BoundType.Named<Shape>] {
    zip(shapes, paths).map { shape, path in
      BoundType.Named(name: name(path), path: path.joined(separator: "."), shape: shape)
    }
  }
}
