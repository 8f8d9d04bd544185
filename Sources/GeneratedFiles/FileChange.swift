/// What writing does, or would do, to one file.
public struct FileChange: Sendable, Hashable {
  /// How the file on disk changes.
  public enum Kind: String, Sendable, Hashable {
    /// It is not on disk yet, or no longer.
    case create
    /// It holds other bytes.
    case replace
    /// It is no longer generated.
    case remove
  }

  /// Which file, relative to the folder of generated files; manifests are among them.
  public let path: GeneratedPath
  /// What happens to it.
  public let kind: Kind

  /// States a change.
  public init(_ kind: Kind, _ path: GeneratedPath) {
    self.path = path
    self.kind = kind
  }
}

extension FileChange: CustomStringConvertible {
  /// Kind and path: `replace production/a.json`.
  public var description: String { "\(kind.rawValue) \(path)" }
}
