import Foundation
import TestSupport
import Testing

/// The harness finds what is wrong: without these, an empty list of diagnostics proves nothing.
@Suite struct TerraformRootCopyTests {
  @Test func `accepts a root that is right`() async throws {
    let diagnostics = try await withFixture(queue: #""name": "orders""#) {
      try await TerraformRootCopy.with($0) { try await $0.validate() }
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
        try await TerraformRootCopy.with($0) { try await $0.validate() }
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

  private func plan(asserting condition: String) async throws -> TerraformTestResult {
    try await withFixture(queue: #""name": "orders""#) { folder in
      let file = "\(folder)/plan.tftest.hcl"
      try """
      mock_provider "aws" {}
      run "plan" {
        command = plan
        assert {
          condition     = \(condition)
          error_message = "another name"
        }
      }
      """.write(toFile: file, atomically: true, encoding: .utf8)
      return try await TerraformRootCopy.with(folder) { try await $0.test(file) }
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
