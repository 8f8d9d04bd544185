import Foundation
import GRDB
public import SQL
import Timestamps

/// A database in a file, with one writer and several readers at a time.
public final class SQLiteDatabase: SQLDatabase {
  private let pool: DatabasePool

  /// Opens the file, or makes it.
  public init(path: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    // Whatever was answered as done survives the end of the process and of the machine.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    pool = try DatabasePool(path: path, configuration: configuration)
  }

  /// SQLite.
  public var dialect: SQLDialect { .sqlite }

  /// Sees one state of the file, whoever writes meanwhile.
  public func read<Result: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws -> Result
  ) async throws -> Result {
    do {
      return try await pool.read { try body(SQLiteSession(database: $0)) }
    } catch let error as DatabaseError {
      throw SQLError(error)
    }
  }

  /// One writer at a time.
  public func write<Result: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws -> Result
  ) async throws -> Result {
    do {
      return try await pool.write { try body(SQLiteSession(database: $0)) }
    } catch let error as DatabaseError {
      throw SQLError(error)
    }
  }

  /// Asks for one row.
  public func ping() async throws {
    _ = try await read { session in try session.query("SELECT 1") { _ in () } }
  }

  /// Closes the file. Throws while statements run.
  public func close() throws { try pool.close() }
}

struct SQLiteSession: SQLSession {
  let database: GRDB.Database

  var dialect: SQLDialect { .sqlite }

  func query<Element>(
    _ statement: SQLStatement, _ make: (any SQLRow) throws -> Element
  ) throws -> [Element] {
    try translating {
      let (text, values) = statement.rendered(for: .sqlite)
      let rows = try Row.fetchCursor(
        try database.cachedStatement(sql: text), arguments: StatementArguments(values))
      var elements: [Element] = []
      while let row = try rows.next() { elements.append(try make(SQLiteRow(row: row))) }
      return elements
    }
  }

  func execute(_ statement: SQLStatement) throws -> Int {
    try translating {
      let (text, values) = statement.rendered(for: .sqlite)
      let before = database.totalChangesCount
      try database.cachedStatement(sql: text).execute(arguments: StatementArguments(values))
      return database.totalChangesCount - before
    }
  }

  func run(script: String) throws { try translating { try database.execute(sql: script) } }

  private func translating<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as DatabaseError { throw SQLError(error) }
  }
}

private struct SQLiteRow: SQLRow {
  let row: Row

  func isNull(_ column: Int) -> Bool { row.hasNull(atIndex: column) }
  func text(_ column: Int) -> String { row[column] as String? ?? "" }

  func integer(_ column: Int) throws(SQLError) -> Int64 {
    guard let integer = row[column] as Int64? else {
      throw SQLError(.wrongStatement, "column \(column) is null, and should be a number")
    }
    return integer
  }

  func boolean(_ column: Int) throws(SQLError) -> Bool { try integer(column) != 0 }
}

extension Row {
  fileprivate func hasNull(atIndex index: Int) -> Bool {
    (self[index] as (any DatabaseValueConvertible)?) == nil
  }
}

extension StatementArguments {
  fileprivate init(_ values: [SQLValue]) {
    self.init(
      values.map { value -> (any DatabaseValueConvertible)? in
        switch value {
        case .null: nil
        case .boolean(let value): value
        case .integer(let value): value
        case .text(let value): value
        case .moment(let value): Timestamp.text(of: value)
        }
      })
  }
}

extension SQLError {
  fileprivate init(_ error: DatabaseError) {
    let message = error.message ?? "SQLite: \(error.resultCode)"
    let kind: Kind =
      switch error.extendedResultCode {
      case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: .notUnique(constraint: message)
      default:
        switch error.resultCode {
        case .SQLITE_CONSTRAINT: .constraint
        case .SQLITE_BUSY, .SQLITE_LOCKED: .conflict
        case .SQLITE_IOERR, .SQLITE_FULL, .SQLITE_CANTOPEN, .SQLITE_CORRUPT, .SQLITE_NOTADB:
          .unavailable
        case .SQLITE_INTERRUPT: .timeout
        default: .wrongStatement
        }
      }
    self.init(kind, message)
  }
}
