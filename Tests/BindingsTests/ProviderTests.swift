import Foundation
import TerraformProviderSchema
import TestSupport
import Testing

@testable import bindings

/// The generator on the schema that the AWS provider itself prints.
///
/// It has to be there; these tests never skip.
@Suite struct ProviderTests {
  private func schema() throws -> Data {
    try Data(contentsOf: ProviderSchemaFile().url)
  }

  @Test func `a web ACL of 9,828 nested blocks takes 108 structs`() throws {
    func count(_ block: BlockSchema) -> Int {
      block.blocks.values.reduce(0) { $0 + 1 + count($1.block) }
    }
    let type = ProviderSchema.TypeName(.resource, "aws_wafv2_web_acl")
    let provider = try ProviderSchema(json: schema(), provider: "hashicorp/aws", wanted: [type])
    let block = try #require(provider.blocks[type])
    #expect(count(block) == 9828)
    #expect(try BoundType(type, block).blocks.count == 108)
  }

  @Test func `the committed files are what the provider's schema gives`() throws {
    let folder = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/TerraformAWS")
    let list = try String(contentsOf: folder.appending(path: "types.txt"), encoding: .utf8)
    let wanted = try WantedTypes(parsing: list, file: "types.txt")
    let generation = try generate(wanted, from: schema())
    #expect(try GeneratedFolder(folder).changes(toHold: generation.files).lines == [])
  }
}
