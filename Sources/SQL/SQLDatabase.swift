/// A database in which work is done in transactions, each on a thread of its own that may block.
///
/// The body is synchronous: between its statements nobody else runs on its connection, and a
/// transaction is one hop from the task that waits for it.
public protocol SQLDatabase: Sendable {
  /// What it speaks.
  var dialect: SQLDialect { get }

  /// Does `body` in a transaction that only reads, and sees one state of the database.
  ///
  /// Throws ``SQLError``, `CancellationError` where the task was cancelled, and what `body` throws.
  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws -> Result
  ) async throws -> Result

  /// Does `body` in a transaction, which commits when `body` returns and is undone when it throws.
  ///
  /// Throws as ``read(_:)`` does. After ``SQLError/Kind/unavailable`` the commit may have taken effect.
  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws -> Result
  ) async throws -> Result

  /// Whether it answers: what a readiness check asks.
  func ping() async throws
}

/// A transaction; it ends with the body that it was given to.
public protocol SQLSession {
  /// What it speaks.
  var dialect: SQLDialect { get }

  /// Runs a statement and makes something of each row.
  func query<Element>(
    _ statement: SQLStatement, _ make: (any SQLRow) throws -> Element
  ) throws -> [Element]

  /// Runs a statement; the number of rows that it changed.
  @discardableResult func execute(_ statement: SQLStatement) throws -> Int

  /// Runs statements, separated by semicolons and without values: a migration.
  func run(script: String) throws
}

extension SQLSession {
  /// The first row, or nil.
  public func first<Element>(
    _ statement: SQLStatement, _ make: (any SQLRow) throws -> Element
  ) throws -> Element? {
    try query(statement, make).first
  }
}
