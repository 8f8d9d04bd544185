import TerraformProviderSchema
import Testing

@testable import bindings

@Suite struct WantedTypesTests {
  private func message(_ list: String) -> String? {
    do {
      _ = try FixtureSchema.generation(list)
      return nil
    } catch {
      return String(describing: error)
    }
  }

  @Test func `reads kinds, types, lines and the provider`() throws {
    let wanted = try WantedTypes(parsing: FixtureSchema.list, file: "types.txt")
    #expect(wanted.provider == "example/cloud")
    #expect(wanted.version == "1.2.3")
    #expect(wanted.entries.map(\.line) == [4, 5, 6])
    #expect(
      wanted.entries.map(\.type.description) == [
        "resource aws_sqs_queue", "data aws_partition", "ephemeral aws_secret",
      ])
  }

  @Test func `suggests the nearest type for each one that the provider lacks`() {
    #expect(
      message("provider example/cloud 1.2.3\nresource aws_sqs_queu\ndata aws_zebra") == """
        types.txt:2: the provider has no resource aws_sqs_queu; did you mean `resource aws_sqs_queue`?
        types.txt:3: the provider has no data aws_zebra; remove the line
        """)
  }

  @Test func `suggests the other kind where the name is right`() {
    #expect(
      message("provider example/cloud 1.2.3\nresource aws_partition") == """
        types.txt:2: the provider has no resource aws_partition; did you mean `data aws_partition`?
        """)
  }

  @Test func `refuses a line that names no kind`() {
    #expect(
      message("provider example/cloud 1.2.3\naws_sqs_queue")
        == "types.txt:2: “aws_sqs_queue” is no `resource|data|ephemeral <type>`")
  }

  @Test func `refuses a type that is listed twice`() {
    #expect(
      message("provider example/cloud 1.2.3\ndata aws_partition\ndata aws_partition")
        == "types.txt:3: data aws_partition stands in line 2 already; remove one of them")
  }

  @Test func `refuses a list without a provider`() {
    #expect(
      message("data aws_partition")
        == "types.txt:1: name the provider: `provider hashicorp/aws 5.100.0`")
  }
}
