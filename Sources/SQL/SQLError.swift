/// Why a statement failed, in the terms in which callers act on it.
public struct SQLError: Error, Sendable, Hashable {
  /// What a caller can do about it.
  public enum Kind: Sendable, Hashable {
    /// A unique constraint or index would not hold; its name, where the database says it.
    case notUnique(constraint: String)
    /// Another constraint would not hold.
    case constraint
    /// Another transaction got in the way: the whole transaction may be tried again.
    case conflict
    /// There is no connection, or it broke. Whether a commit took effect is not known.
    case unavailable
    /// The statement took longer than it may.
    case timeout
    /// The statement waited for a lock for longer than it may.
    case locked
    /// The statement is wrong, or the schema is another one: trying again is of no use.
    case wrongStatement
  }

  /// What a caller can do about it.
  public let kind: Kind
  /// What the database said.
  public let message: String

  /// An error of `kind`.
  public init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }
}

extension SQLError: CustomStringConvertible {
  /// What the database said.
  public var description: String { message }
}
