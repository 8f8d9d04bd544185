import Testing

@testable import bindings

@Suite struct RenderTests {
  @Test func `writes a type with its attributes and blocks`() throws {
    let files = try FixtureSchema.generation().files
    #expect(files["SQSQueue.generated.swift"] == goldenQueue)
  }

  @Test func `keeps kinds apart in namespaces and in file names`() throws {
    let files = try FixtureSchema.generation().files
    #expect(
      files.keys.sorted() == [
        "AWS.generated.swift", "DataPartition.generated.swift", "EphemeralSecret.generated.swift",
        "SQSQueue.generated.swift",
      ])
    #expect(files["DataPartition.generated.swift"]?.contains("extension AWS.Data {\n") == true)
    #expect(
      files["EphemeralSecret.generated.swift"]?.contains("extension AWS.Ephemeral {\n") == true)
  }

  @Test func `names the provider and the version that roots have to pin`() throws {
    let namespaces = try #require(try FixtureSchema.generation().files["AWS.generated.swift"])
    #expect(
      namespaces.contains(
        """
        public enum AWS {
          /// The provider's source address, as `required_providers` names it.
          public static let providerSource = "example/cloud"
          /// The version that these types were generated from, which is the one to pin.
          public static let providerVersion = "1.2.3"

        """))
  }

  @Test func `leaves deprecated arguments out and says so`() throws {
    let generation = try FixtureSchema.generation()
    #expect(generation.leftOut == ["aws_sqs_queue.fifo"])
    #expect(
      generation.summary == """
        3 types, 5 structs, 177 lines in 4 files
        deprecated and left out:
          aws_sqs_queue.fifo
        """)
  }

  @Test func `writes the same bytes whatever the order of the list, ten times`() throws {
    let expected = try FixtureSchema.generation().files
    let reordered = """
      ephemeral aws_secret
      resource aws_sqs_queue
      provider example/cloud 1.2.3
      data aws_partition
      """
    for _ in 0..<10 {
      #expect(try FixtureSchema.generation(reordered).files == expected)
    }
  }

  @Test func `adding a type changes no other file`() throws {
    let few = try FixtureSchema.generation(
      "provider example/cloud 1.2.3\nresource aws_sqs_queue"
    ).files
    let all = try FixtureSchema.generation().files
    #expect(few.allSatisfy { all[$0.key] == $0.value })
  }
}
