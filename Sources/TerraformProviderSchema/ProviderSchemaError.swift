/// Why a text is no use as a provider's schema.
public enum ProviderSchemaError: Error, Equatable, CustomStringConvertible {
  /// The document has other providers only.
  case noProvider(String, present: [String])
  /// The text isn't what `terraform providers schema -json` prints.
  case malformed(String)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .noProvider(let name, let present):
      """
      the schema is of \(present.isEmpty ? "no provider" : present.joined(separator: ", ")), \
      not of \(name); dump it in a folder whose configuration requires \(name)
      """
    case .malformed(let problem):
      "this is not what `terraform providers schema -json` prints: \(problem)"
    }
  }
}
