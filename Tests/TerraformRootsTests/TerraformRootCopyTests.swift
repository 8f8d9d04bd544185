import Foundation
import TestSupport
import Testing

/// The harness finds what is wrong: without these, an empty list of diagnostics proves nothing.
@Suite struct TerraformRootCopyTests {
  @Test func `accepts a root that is right`() async throws {
    let diagnostics = try await withFixture(queue: #""name": "orders""#) {
      try await TerraformRootCopy.with($0) { copy in
        try await copy.initialise()
        return try await copy.validate()
      }
    }
    #expect(diagnostics.map(\.description) == [])
  }

  @Test func `reports an argument that the provider does not know, with its place`() async throws {
    let diagnostics = try await withFixture(queue: #""nmae": "orders""#) {
      try await TerraformRootCopy.with($0) { try await $0.validate() }
    }
    #expect(
      diagnostics.map(\.description) == [
        """
        queue.tf.json:4: error: Extraneous JSON object property: No argument or block type is \
        named "nmae". Did you mean "name"?
        """
      ])
  }

  @Test func `says why a root cannot be initialised`() async throws {
    let failure = await #expect(throws: TerraformFailure.self) {
      try await withFixture(queue: #""name": }"#) {
        try await TerraformRootCopy.with($0) { try await $0.initialise() }
      }
    }
    #expect(failure?.description.contains("terraform init failed") == true)
  }

  @Test func `plans a root, its ephemeral password mocked`() async throws {
    let result = try await plan(asserting: #"aws_sqs_queue.orders.name == "orders""#)
    #expect(result.diagnostics.map(\.description) == [])
    #expect(result.passed == 1)
  }

  @Test func `reports an assertion that does not hold`() async throws {
    let result = try await plan(asserting: #"aws_sqs_queue.orders.name == "invoices""#)
    #expect(result.passed == 0)
    #expect(result.diagnostics.map(\.summary) == ["Test assertion failed"])
    #expect(result.diagnostics.map(\.detail) == ["another name"])
  }

  @Test func `leaves the root itself as it was`() async throws {
    try await withFixture(queue: #""name": "orders""#) { folder in
      let before = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      _ = try await TerraformRootCopy.with(folder) { try await $0.validate() }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == before)
    }
  }

  @Test func `a mocked value is its own address`() async throws {
    let result = try await plan(
      asserting: """
        aws_sqs_queue.orders.url == "aws_sqs_queue.orders.url" && (
          aws_sqs_queue.orders.arn
          == "arn:aws:mock:us-east-1:123456789012:aws_sqs_queue.orders"
        ) && aws_secretsmanager_secret_version.master.secret_id == "by hand"
        """,
      deciding: ["aws_secretsmanager_secret": ["id": "by hand"]])
    #expect(result.diagnostics.map(\.description) == [])
  }

  @Test func `says each difference between facts, the parts of objects by themselves`() async throws
  {
    let result = try await plan(
      asserting: #"local.queue_differences.queues == """#,
      or: "local.queue_differences.queues",
      with: """
        locals {
          queue_facts = {
            queues = {
              planned = {
                for name, queue in local.planned.aws_sqs_queue :
                name => { name = queue.name, tags = toset(["a"]) }
              }
              wanted = {
                invoices = "another"
                orders   = { name = "invoices", tags = ["a"], days = 4 }
              }
            }
          }
        }
        """)
    #expect(
      result.diagnostics.map(\.detail) == [
        """
        orders name is "orders", not "invoices"; invoices is missing: "another"; \
        orders days is missing: 4
        """
      ])
  }

  @Test func `changes an argument, adds one, and takes one away`() async throws {
    let result = try await plan(
      asserting: """
        aws_sqs_queue.orders.name == "bills" && aws_sqs_queue.orders.delay_seconds == 5
        && aws_sqs_queue.orders.fifo_queue == null
        """,
      after: [
        ("/resource/aws_sqs_queue/orders/name", "bills"),
        ("/resource/aws_sqs_queue/orders/delay_seconds", .integer(5)),
        ("/resource/aws_sqs_queue/orders/fifo_queue", nil),
      ],
      queue: #""name": "orders", "fifo_queue": false"#)
    #expect(result.diagnostics.map(\.description) == [])
  }

  @Test(arguments: [
    "/resource/aws_sqs_queue/orders/tags/team", "/resource/aws_sqs_queues/orders/name",
  ])
  func `refuses to change what is not there`(_ pointer: String) async {
    let failure = await #expect(throws: TerraformFailure.self) {
      try await plan(asserting: "true", after: [(pointer, "bills")])
    }
    #expect(failure?.description == "no file of the root has \(pointer)")
  }

  private func plan(
    asserting condition: String, or message: String = #""another name""#,
    with facts: String = "locals {\n queue_facts = {}\n}",
    deciding decided: [String: JSONValue] = [:],
    after changes: [(pointer: String, new: JSONValue?)] = [],
    queue: String = #""name": "orders""#
  ) async throws -> TerraformTestResult {
    try await withFixture(queue: queue) { folder in
      let test = "\(folder)/plan.tftest.hcl"
      try """
      mock_provider "aws" {
        source          = "./mocks/aws"
        override_during = plan
      }
      run "plan" {
        command = plan
        assert {
          condition     = (\(condition))
          error_message = \(message)
        }
      }
      """.write(toFile: test, atomically: true, encoding: .utf8)
      try facts.write(toFile: "\(folder)/facts.tf", atomically: true, encoding: .utf8)
      return try await TerraformRootCopy.with(folder) { copy in
        try copy.change(changes)
        try copy.addMocks(decided)
        try copy.addPlannedValues(comparing: ["queue"])
        try copy.add(["\(folder)/facts.tf"])
        return try await copy.test(test)
      }
    }
  }
}

/// A root of one queue with the arguments `queue`, and a secret whose value is ephemeral.
private func withFixture<Result>(
  queue: String, _ work: (String) async throws -> Result
) async throws -> Result {
  let files = FileManager.default
  let folder = files.temporaryDirectory.appendingPathComponent("root-\(UUID().uuidString)").path
  try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? files.removeItem(atPath: folder) }
  for (name, text) in ["terraform": settings, "secret": secret, "queue": queueFile(queue)] {
    try text.write(toFile: "\(folder)/\(name).tf.json", atomically: true, encoding: .utf8)
  }
  return try await work(folder)
}

private let settings = """
  {
    "provider": { "aws": { "region": "us-east-1", "allowed_account_ids": ["123456789012"] } },
    "terraform": {
      "backend": { "s3": { "bucket": "state", "key": "root", "region": "us-east-1" } },
      "required_providers": { "aws": { "source": "hashicorp/aws", "version": "5.100.0" } },
      "required_version": ">= 1.11"
    }
  }
  """

private let secret = """
  {
    "ephemeral": { "aws_secretsmanager_random_password": { "master": { "password_length": 32 } } },
    "resource": {
      "aws_secretsmanager_secret": { "master": { "name": "master" } },
      "aws_secretsmanager_secret_version": {
        "master": {
          "secret_id": "${aws_secretsmanager_secret.master.id}",
          "secret_string_wo":
            "${ephemeral.aws_secretsmanager_random_password.master.random_password}",
          "secret_string_wo_version": 1
        }
      }
    }
  }
  """

private func queueFile(_ arguments: String) -> String {
  """
  {
    "resource": { "aws_sqs_queue": {
      "orders": {
        \(arguments)
      }
    } }
  }
  """
}
