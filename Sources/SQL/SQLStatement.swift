/// A statement with the values that it takes, which never become part of its text:
/// `"SELECT name FROM recipients WHERE recipient_id = \(id)"`.
///
/// What is interpolated is a value, or another statement, which becomes a part of this one.
public struct SQLStatement: Sendable, Hashable, ExpressibleByStringInterpolation {
  enum Part: Sendable, Hashable {
    case text(String)
    case value(SQLValue)
  }

  var parts: [Part]

  /// A statement without values.
  public init(stringLiteral value: String) { parts = [.text(value)] }

  /// A statement with the values that stand in it.
  public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  /// Parts of a statement with their separators: conditions, rows of `VALUES`.
  public init(_ statements: [SQLStatement], separator: String) {
    parts = []
    for (index, statement) in statements.enumerated() {
      if index > 0 { parts.append(.text(separator)) }
      parts += statement.parts
    }
  }

  /// Collects text and values in the order in which they stand.
  public struct StringInterpolation: StringInterpolationProtocol {
    var parts: [Part] = []

    /// Starts with nothing, and room for what comes.
    public init(literalCapacity: Int, interpolationCount: Int) {
      parts.reserveCapacity(2 * interpolationCount + 1)
    }

    /// Text of the statement itself.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.text(literal)) }
    }

    /// A value.
    public mutating func appendInterpolation(_ value: some SQLConvertible) {
      parts.append(.value(value.sqlValue))
    }

    /// A value, or null.
    public mutating func appendInterpolation(_ value: (some SQLConvertible)?) {
      parts.append(.value(value?.sqlValue ?? .null))
    }

    /// A part that is a statement.
    public mutating func appendInterpolation(_ statement: SQLStatement) {
      parts += statement.parts
    }
  }

  /// The text in a dialect, with numbers for values, and the values by number.
  public func rendered(for dialect: SQLDialect) -> (text: String, values: [SQLValue]) {
    var text = ""
    var values: [SQLValue] = []
    for part in parts {
      switch part {
      case .text(let part): text += part
      case .value(let value):
        values.append(value)
        text += "\(dialect.placeholder)\(values.count)"
      }
    }
    return (text, values)
  }
}

/// The two kinds of SQL that are spoken; statements are written for both wherever that is possible.
public enum SQLDialect: Sendable, Hashable {
  case postgreSQL
  case sqlite

  /// What stands before a value's number.
  var placeholder: String {
    switch self {
    case .postgreSQL: "$"
    case .sqlite: "?"
    }
  }

  /// What a `SELECT` ends with that claims rows, passing over those that others are claiming.
  ///
  /// It has to stand in a `WITH … AS MATERIALIZED`. As a subquery of `IN` PostgreSQL may run it for each
  /// row of the table, with other rows each time, and far more are claimed than its `LIMIT` says.
  /// Source: PostgreSQL 15 documentation, "WITH Queries", "CTE Materialization", 2026-11.
  /// SQLite has one writer at a time, so nobody else is claiming.
  public var claimingRows: SQLStatement {
    switch self {
    case .postgreSQL: " FOR UPDATE SKIP LOCKED"
    case .sqlite: ""
    }
  }

  /// What a `SELECT` ends with that keeps rows as they are until the transaction ends.
  public var lockingRows: SQLStatement {
    switch self {
    case .postgreSQL: " FOR UPDATE"
    case .sqlite: ""
    }
  }
}
