import Foundation
import SQL

extension Migration {
  /// What it is called in logs: `2 leases`.
  var title: String { "\(version) \(name)" }

  /// Applies the step unless the database has it; whether it did.
  ///
  /// One migrator does so at a time: on PostgreSQL under an advisory lock, on SQLite because there is one
  /// writer. None of the limits of services' statements cuts it short.
  func apply(to database: any SQLDatabase, _ limits: MigrationLimits) async throws -> Bool {
    try await limits.patiently("step \(title)") {
      switch (change, database.dialect) {
      case (.script(let script), _):
        try await inTransaction(on: database, limits, script: script)
      case (.index(let index, let columns), .sqlite):
        try await inTransaction(
          on: database, limits, script: "CREATE INDEX \(index) ON \(columns)")
      case (.index(let index, let columns), .postgreSQL):
        try await building(index, on: columns, in: database)
      }
    }
  }

  /// Whether it was applied; nil where it was not its turn.
  private func inTransaction(
    on database: any SQLDatabase, _ limits: MigrationLimits, script: String
  ) async throws -> Bool? {
    try await database.write { session in
      guard try session.beginMigration(limits) else { return nil }
      guard try !session.has(self) else { return false }
      try session.run(script: script)
      try session.remember(self)
      return true
    }
  }

  /// PostgreSQL builds an index beside writers only outside of a transaction; one that was begun and not
  /// ended is there and invalid, so it goes first. It waits for transactions that are older, without a limit:
  /// its lock keeps off other changes of the table, and no reader or writer.
  /// Source: https://www.postgresql.org/docs/15/sql-createindex.html, "Building Indexes Concurrently",
  /// 2026-11.
  private func building(
    _ index: String, on columns: String, in database: any SQLDatabase
  ) async throws -> Bool? {
    try await database.read { session in
      guard try session.takesTurn("pg_try_advisory_lock") else { return nil }
      let built = Result<Bool, any Error> {
        guard try !session.has(self) else { return false }
        try session.run(script: "SET statement_timeout = 0")
        try session.run(script: "DROP INDEX CONCURRENTLY IF EXISTS \(index)")
        try session.run(script: "CREATE INDEX CONCURRENTLY \(index) ON \(columns)")
        try session.remember(self)
        return true
      }
      // Where the connection is gone, so are the lock and the setting.
      let ended = Result {
        try session.run(script: "RESET statement_timeout")
        _ = try session.query("SELECT pg_advisory_unlock(\(migrationLock))") { _ in () }
      }
      let outcome = try built.get()
      try ended.get()
      return outcome
    }
  }
}

/// The number is arbitrary, and must stay: it is what all migrators agree on.
private let migrationLock = 7_421_066_401

extension SQLSession {
  /// Begins what a migrator does in a transaction; false where another migrator is at work.
  func beginMigration(_ limits: MigrationLimits) throws -> Bool {
    if dialect == .postgreSQL {
      let wait = limits.lock.components
      let milliseconds = wait.seconds * 1000 + wait.attoseconds / 1_000_000_000_000_000
      try run(
        script: "SET LOCAL lock_timeout = \(milliseconds); SET LOCAL statement_timeout = 0")
      guard try takesTurn("pg_try_advisory_xact_lock") else { return false }
    }
    try makeMigrationsTable()
    return true
  }

  /// Takes the lock of migrators if it is free. Nobody waits for it in a transaction: an index that another
  /// one builds waits for that to end.
  fileprivate func takesTurn(_ function: SQLStatement) throws -> Bool {
    try first("SELECT \(function)(\(migrationLock))") { try $0.boolean(0) } ?? false
  }

  private func makeMigrationsTable() throws {
    try run(
      script: """
        CREATE TABLE IF NOT EXISTS schema_migrations (
          version bigint PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL
        );
        """)
  }

  fileprivate func has(_ step: Migration) throws -> Bool {
    try first("SELECT version FROM schema_migrations WHERE version = \(step.version)") {
      try $0.integer(0)
    } != nil
  }

  fileprivate func remember(_ step: Migration) throws {
    try execute(
      """
      INSERT INTO schema_migrations (version, name, applied_at)
      VALUES (\(step.version), \(step.name), \(Date()))
      """)
  }
}
