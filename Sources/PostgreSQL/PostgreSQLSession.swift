import SQL

/// A transaction on a connection, or statements outside of one.
///
/// The transaction begins with its first statement, in the same round trip.
final class PostgreSQLSession: SQLSession {
  private let connection: PostgreSQLConnection
  private let isTransaction: Bool
  /// Whether the server has done anything for this session.
  private(set) var hasBegun = false

  init(on connection: PostgreSQLConnection, isTransaction: Bool) {
    self.connection = connection
    self.isTransaction = isTransaction
  }

  var dialect: SQLDialect { .postgreSQL }

  func query<Element>(
    _ statement: SQLStatement, _ make: (any SQLRow) throws -> Element
  ) throws -> [Element] {
    let result = try run(statement)
    return try (0..<result.count).map { try make(result.row($0)) }
  }

  func execute(_ statement: SQLStatement) throws -> Int { try run(statement).changes }

  func run(script: String) throws {
    if isTransaction, !hasBegun { try connection.run(script: "BEGIN") }
    hasBegun = true
    try connection.run(script: script)
  }

  /// Commits what was done, if anything was.
  func commit() throws(SQLError) {
    if connection.isInTransaction { try connection.run(script: "COMMIT") }
  }

  /// Undoes what was done; a connection that can't even do that is of no more use.
  func rollback() throws(SQLError) {
    if !connection.isBroken, connection.isInTransaction { try connection.run(script: "ROLLBACK") }
  }

  private func run(_ statement: SQLStatement) throws(SQLError) -> PostgreSQLResult {
    let (text, values) = statement.rendered(for: .postgreSQL)
    for case .text(let value) in values where value.utf8.contains(0) {
      throw SQLError(.wrongStatement, "PostgreSQL can't hold a text with a zero byte")
    }
    guard isTransaction, !hasBegun else { return try connection.run(text, values) }
    let result = try connection.begin(with: text, values)
    hasBegun = true
    return result
  }
}
