import TerraformProviderSchema
import Testing

@testable import bindings

@Suite struct SharingTests {
  private let type = ProviderSchema.TypeName(.resource, "aws_thing")
  private let enabled = BlockSchema(attributes: [
    "enabled": AttributeSchema(.bool, isOptional: true)
  ])

  private func block(_ blocks: [String: BlockSchema]) -> BlockSchema {
    BlockSchema(blocks: blocks.mapValues { NestedBlockSchema($0, nesting: .list, maximum: 1) })
  }

  @Test func `gives equal blocks of one name one struct, called after the shortest path`() throws {
    let schema = block([
      "a": block(["b": block(["filter": enabled])]), "z": block(["filter": enabled]),
    ])
    let bound = try BoundType(type, schema)
    #expect(bound.blocks.map(\.name).sorted() == ["A", "AB", "Z", "ZFilter"])
  }

  @Test func `of equally short paths takes the first by spelling`() throws {
    let schema = block([
      "y": block(["filter": enabled]), "x": block(["filter": enabled, "more": enabled]),
    ])
    let bound = try BoundType(type, schema)
    #expect(bound.blocks.map(\.name).sorted() == ["X", "XFilter", "XMore", "Y"])
  }

  @Test func `keeps blocks of different names apart although they hold the same`() throws {
    let bound = try BoundType(type, block(["block_storage": enabled, "zonal_shift": enabled]))
    #expect(bound.blocks.map(\.name).sorted() == ["BlockStorage", "ZonalShift"])
  }

  @Test func `keeps blocks apart that differ deep inside`() throws {
    let other = BlockSchema(attributes: ["enabled": AttributeSchema(.bool, isRequired: true)])
    let schema = block(["a": block(["filter": enabled]), "b": block(["filter": other])])
    #expect(
      try BoundType(type, schema).blocks.map(\.name).sorted() == ["A", "AFilter", "B", "BFilter"])
  }

  /// The provider unrolls the statements of a web ACL, which may hold one another, to a fixed depth.
  private func statement(depth: Int) -> BlockSchema {
    var blocks = ["geo_match": enabled, "byte_match": block(["field": block(["body": enabled])])]
    if depth > 0 {
      for name in ["and", "or", "not"] {
        blocks[name] = block(["statement": statement(depth: depth - 1)])
      }
    }
    return block(blocks)
  }

  @Test func `needs a struct for each level of a recursive block, not for each branch`() throws {
    func count(_ schema: BlockSchema) -> Int {
      schema.blocks.values.reduce(0) { $0 + 1 + count($1.block) }
    }
    let schema = statement(depth: 5)
    #expect(count(schema) == 2182)
    // At each of 5 levels `and`, `or`, `not` and their statement; below all, the two plain matches.
    #expect(try BoundType(type, schema).blocks.count == 5 * 4 + 4)
  }

  @Test func `refuses paths that become one name`() {
    let schema = block(["a_b": block(["c": enabled]), "a": block(["b_c": block(["d": enabled])])])
    #expect(
      throws: BindingsError.ambiguousName(
        type: "aws_thing", swift: "ABC", terraform: ["a.b_c", "a_b.c"])
    ) {
      try BoundType(type, schema)
    }
  }
}
