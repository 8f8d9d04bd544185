import Commands
import Foundation

/// What `terraform test -json` found.
///
/// Source: Terraform 1.11, `terraform test -json`: one JSON object a line, told apart by `type`.
public struct TerraformTestResult: Sendable {
  /// A line of the output; each type of line has a field of its own.
  private struct Line: Decodable {
    struct Summary: Decodable {
      let passed: Int
    }

    let diagnostic: TerraformDiagnostic?
    let testSummary: Summary?

    enum CodingKeys: String, CodingKey {
      case diagnostic
      case testSummary = "test_summary"
    }
  }

  /// How many `run` blocks passed.
  public let passed: Int
  /// Assertions that do not hold, and whatever else terraform objects to, warnings too.
  public let diagnostics: [TerraformDiagnostic]

  /// Reads the output; throws ``TerraformFailure`` where it has no summary.
  init(_ output: CommandResult) throws {
    let lines = try output.output.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Line.self, from: Data($0))
    }
    guard let summary = lines.compactMap(\.testSummary).last else {
      throw TerraformFailure(
        "terraform test gave no summary: \(output.outputText)\(output.errorText)")
    }
    passed = summary.passed
    diagnostics = lines.compactMap(\.diagnostic)
    guard output.status.isSuccess || !diagnostics.isEmpty else {
      throw TerraformFailure("terraform test failed without a diagnostic: \(output.outputText)")
    }
  }
}
