public import Foundation

/// A value that a statement takes.
public enum SQLValue: Sendable, Hashable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case text(String)
  /// A moment, kept to the millisecond.
  case moment(Date)
}

/// What may stand in the interpolation of an ``SQLStatement``.
public protocol SQLConvertible {
  /// The value that is sent.
  var sqlValue: SQLValue { get }
}

extension SQLValue: SQLConvertible {
  /// The value itself.
  public var sqlValue: SQLValue { self }
}
extension Bool: SQLConvertible {
  /// A truth value.
  public var sqlValue: SQLValue { .boolean(self) }
}
extension Int: SQLConvertible {
  /// A number.
  public var sqlValue: SQLValue { .integer(Int64(self)) }
}
extension Int64: SQLConvertible {
  /// A number.
  public var sqlValue: SQLValue { .integer(self) }
}
extension String: SQLConvertible {
  /// A text.
  public var sqlValue: SQLValue { .text(self) }
}
extension Date: SQLConvertible {
  /// A moment.
  public var sqlValue: SQLValue { .moment(self) }
}
