import Foundation
import SourceLocations
import TerraformDocument
import TerraformProviderSchema
import TestSupport
import Testing

@Suite struct ProviderSchemaTests {
  @Test func `finds nothing wrong with a block that has all it needs`() throws {
    #expect(
      try problems([
        "name": "orders", "delay": 5, "tags": ["team": "a"], "weights": [1, .number(0.5)],
        "routes": [["cidr": "10.0.0.0/16", "target": .null]], "//": "cell: messaging",
        "archive": ["url": "s3://b"], "rule": [["ttl": 1], ["ttl": 2]],
      ]) == [])
  }

  @Test func `accepts an expression wherever a value is wanted`() throws {
    let expression = TerraformJSON.expression(.init(template: "${local.x}"))
    #expect(
      try problems([
        "name": expression, "delay": expression, "tags": ["a": expression],
        "weights": [expression], "routes": expression, "archive": ["url": expression],
      ]) == [])
  }

  @Test func `names an unknown argument and the nearest one, at any depth`() throws {
    #expect(
      try problems(["name": "a", "dellay": 1, "archive": ["url": "b", "zzz": true]]) == [
        "aws_queue.q: dellay: no such argument; did you mean delay?",
        "aws_queue.q: archive.zzz: no such argument",
      ])
  }

  @Test func `refuses what only the provider sets`() throws {
    #expect(
      try problems(["name": "a", "arn": "b", "id": "c", "archive": ["url": "d"]]) == [
        "aws_queue.q: arn: only the provider sets it",
        "aws_queue.q: id: only the provider sets it",
      ])
  }

  @Test func `lets a data source be found by an id`() throws {
    let address = TerraformAddress(.data, type: "aws_zone", name: "z")
    #expect(try problems(["id": "Z1"], of: address) == [])
  }

  @Test func `misses a required argument and a required block`() throws {
    #expect(
      try problems(["name": .null, "rule": [[:]]]) == [
        "aws_queue.q: name: required and not set",
        "aws_queue.q: archive: 0 blocks, and the provider wants 1",
        "aws_queue.q: rule.ttl: required and not set",
      ])
  }

  @Test func `counts blocks that are one too many`() throws {
    let url: TerraformJSON = ["url": "u"]
    #expect(
      try problems([
        "name": "a", "archive": [url, url], "rule": [["ttl": 1], ["ttl": 2], ["ttl": 3]],
        "timeouts": [[:], [:]],
      ]) == [
        "aws_queue.q: archive: 2 blocks, and the provider takes 1",
        "aws_queue.q: rule: 3 blocks, and the provider takes 2",
        "aws_queue.q: timeouts: 2 blocks, and the provider takes 1",
      ])
  }

  @Test func `tells a value of another type, with its place`() throws {
    #expect(
      try problems([
        "name": 1, "delay": "5", "tags": ["a": true], "weights": [1, "2"], "archive": "x",
        "rule": [["ttl": 1], 2],
      ]) == [
        "aws_queue.q: delay: a text, where the provider wants a number",
        "aws_queue.q: name: a number, where the provider wants a text",
        "aws_queue.q: tags.a: a truth value, where the provider wants a text",
        "aws_queue.q: weights.1: a text, where the provider wants a number",
        "aws_queue.q: archive: a nested block is an object or a list of them, not a text",
        "aws_queue.q: rule.1: a nested block is an object, not a number",
      ])
  }

  @Test func `wants every member of an object, as Terraform does`() throws {
    #expect(
      try problems([
        "name": "a", "archive": ["url": "b"], "routes": [["cidr": "10.0.0.0/16", "targett": "c"]],
      ]) == [
        "aws_queue.q: routes.0.targett: no such member; did you mean target?",
        "aws_queue.q: routes.0.target: missing; an object names every member, so write null",
      ])
  }

  @Test func `says that a type does not exist, or that its schema was not read`() throws {
    #expect(
      try problems([:], of: TerraformAddress(.resource, type: "aws_queu", name: "q")) == [
        "aws_queu.q: the provider has no resource aws_queu; did you mean aws_queue?"
      ])
    #expect(
      try problems([:], of: TerraformAddress(.ephemeral, type: "aws_secret", name: "s")) == [
        "ephemeral.aws_secret.s: its schema was not read: pass the declaration to `covering:`"
      ])
  }

  @Test func `reads from a file what the declarations of a root need`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try ProviderSchemaFixture.json.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let declarations = [
      TerraformDeclaration(
        Resource(QueueBlock.self, "q") { $0.body["nam"] = "orders" }, because: "a test",
        at: SourceLocation(file: "Cells.swift", line: 1, column: 1))
    ]
    let schema = try ProviderSchema(
      contentsOf: file, provider: "example/cloud", covering: declarations)
    #expect(Set(schema.blocks.keys) == [.init(.resource, "aws_queue")])
    #expect(
      schema.problems(in: declarations) == [
        "aws_queue.q: nam: no such argument; did you mean name?",
        "aws_queue.q: name: required and not set",
        "aws_queue.q: archive: 0 blocks, and the provider wants 1",
      ])
  }

  @Test func `refuses a document of another provider, and one that is no schema`() {
    #expect(
      throws: ProviderSchemaError.noProvider(
        "example/sky", present: ["registry.terraform.io/example/cloud"])
    ) {
      try ProviderSchema(json: ProviderSchemaFixture.json, provider: "example/sky", wanted: [])
    }
    #expect(throws: ProviderSchemaError.self) {
      try ProviderSchema(json: Data("{}".utf8), provider: "example/cloud", wanted: [])
    }
  }

  private func problems(
    _ body: TerraformBody,
    of address: TerraformAddress = TerraformAddress(.resource, type: "aws_queue", name: "q")
  ) throws -> [String] {
    let wanted: Set<ProviderSchema.TypeName> = [
      .init(.resource, "aws_queue"), .init(.data, "aws_zone"),
    ]
    return try ProviderSchema(
      json: ProviderSchemaFixture.json, provider: "example/cloud", wanted: wanted
    ).problems(in: body, of: address)
  }
}

/// The fixture's queue as bindings would have it.
private struct QueueBlock: TerraformSchema {
  struct Attributes: TerraformAttributes {
    let reference: TerraformReference
    init(_ reference: TerraformReference) { self.reference = reference }
  }

  static let type = "aws_queue"
  static let kind = TerraformAddress.Kind.resource
  var body: TerraformBody = [:]
}
