import CellDescription
import CellPrimitives
import Cells
import TerraformAWS
import TerraformDocument
import TerraformProviderSchema
import TerraformSynthesis
import TestSupport
import Testing

/// Every argument that is written is one that the provider knows, of the type that it wants.
@Suite struct SchemaTests {
  @Test func `the provider accepts every block of our fleet`() throws {
    #expect(try problems(in: Cells.fleet) == [])
  }

  @Test func `the provider accepts every choice that the description offers`() throws {
    #expect(try problems(in: everyChoice) == [])
  }

  @Test func `a block with a mistake in it is found among the others`() throws {
    var queue = try #require(
      declarations(of: everyChoice).first {
        $0.address.description == "aws_sqs_queue.alert_processing"
      })
    queue.body["visibility_timeout"] = queue.body["visibility_timeout_seconds"]
    queue.body["visibility_timeout_seconds"] = nil
    queue.body["name"] = ["a", "list"]
    #expect(
      try schema(covering: [queue]).problems(in: [queue]) == [
        """
        aws_sqs_queue.alert_processing: visibility_timeout: no such argument
        """,
        """
        aws_sqs_queue.alert_processing: name: a list, where the provider wants a text
        """,
      ])
  }

  private func problems(in fleet: Fleet) throws -> [String] {
    let declarations = try declarations(of: fleet)
    #expect(declarations.count > 100)
    return try schema(covering: declarations).problems(in: declarations)
  }

  private func declarations(of fleet: Fleet) throws -> [TerraformDeclaration] {
    try SynthesizedFleet(validated(fleet)).roots.flatMap(\.declarations)
  }

  private func schema(covering declarations: [TerraformDeclaration]) throws -> ProviderSchema {
    try ProviderSchema(contentsOf: ProviderSchemaFile().url, covering: declarations)
  }
}
