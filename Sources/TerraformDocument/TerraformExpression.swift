/// Template text that Terraform evaluates, and what it refers to.
public struct TerraformExpression: Sendable, Hashable {
  /// The text as it stands in the file: `${aws_vpc.main.id}`, `arn:aws:s3:::${local.bucket}`.
  public let template: String
  /// Everything that the text names.
  public let references: [TerraformReference]

  /// Takes template text as it is; the caller vouches that `references` names all it uses.
  public init(template: String, references: [TerraformReference] = []) {
    self.template = template
    self.references = references
  }

  /// Literal text, escaped so that Terraform reads it as it stands.
  ///
  /// Source: Terraform 1.11, "Strings and Templates", "Escape Sequences".
  public static func escaped(_ literal: String) -> String {
    guard literal.utf8.contains(UInt8(ascii: "{")) else { return literal }
    return literal.replacing("${", with: "$${").replacing("%{", with: "%%{")
  }

  /// The expression without the `${` and `}` around it, where the whole text is one reference.
  package var bare: String? {
    guard template.hasPrefix("${"), template.hasSuffix("}") else { return nil }
    let inner = template.dropFirst(2).dropLast()
    return inner.contains("${") ? nil : String(inner)
  }
}
