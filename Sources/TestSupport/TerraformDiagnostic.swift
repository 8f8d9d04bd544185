/// What terraform says about a root, in the form of `-json`.
///
/// Source: Terraform 1.11, `terraform validate -json`, "JSON Output Format".
public struct TerraformDiagnostic: Decodable, Sendable, Hashable, CustomStringConvertible {
  /// A part of a file.
  struct Range: Decodable, Hashable {
    /// A place in a file.
    struct Position: Decodable, Hashable {
      /// Counted from 1.
      let line: Int
    }

    /// The file's name.
    let filename: String
    /// Its beginning.
    let start: Position
  }

  /// `error` or `warning`.
  public let severity: String
  /// In a few words.
  public let summary: String
  /// In sentences.
  public let detail: String?
  /// Where, if it is about a place.
  let range: Range?

  /// `network.tf.json:14: error: Unsupported argument: An argument named …`
  public var description: String {
    let place = range.map { "\($0.filename):\($0.start.line): " } ?? ""
    return "\(place)\(severity): \(summary): \(detail ?? "")"
  }
}

/// The answer of `terraform validate -json`.
struct TerraformValidation: Decodable {
  /// Errors and warnings.
  let diagnostics: [TerraformDiagnostic]
}
