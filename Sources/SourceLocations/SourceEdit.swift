/// A change of Swift source at a place where an element of the description stands.
public struct SourceEdit: Sendable, Hashable, Codable {
  /// What is done.
  public enum Kind: String, Sendable, Hashable, Codable {
    /// The element gets these arguments.
    case set
    /// The element's block gets this element, or the one that it has gets these arguments.
    case include
    /// The block in which the element stands gets this element behind it.
    case append
    /// The element, or an argument of it, goes.
    case remove
  }

  /// What is done.
  public let kind: Kind
  /// What is written or, where something goes, how it begins.
  public let code: String
  /// Where the element stands.
  public let place: SourceLocation

  /// States a change.
  public init(_ kind: Kind, _ code: String, at place: SourceLocation) {
    self.kind = kind
    self.code = code
    self.place = place
  }
}
