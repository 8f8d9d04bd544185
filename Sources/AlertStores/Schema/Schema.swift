import Foundation
public import SQL
import Timestamps

/// The tables of the application, and how a database gets them.
public enum Schema {
  /// The version that this program was made for.
  public static var version: Int { Migration.all.last?.version ?? 0 }

  /// Applies what is missing, each step in a transaction of its own, one migrator at a time: on
  /// PostgreSQL under an advisory lock, on SQLite because there is one writer.
  ///
  /// A database that is further than this program is left as it is. `reader` gets the right to read and
  /// write the tables, and not to change them; SQLite has no roles. Returns the steps that were applied.
  public static func migrate(
    _ database: any SQLDatabase, grantingTo application: String? = nil
  ) async throws -> [String] {
    try await migrate(database, grantingTo: application, steps: Migration.all)
  }

  static func migrate(
    _ database: any SQLDatabase, grantingTo application: String?, steps: [Migration]
  ) async throws -> [String] {
    var applied: [String] = []
    for step in steps {
      let isNew = try await database.write { session in
        try session.lockMigrations()
        try session.run(
          script: """
            CREATE TABLE IF NOT EXISTS schema_migrations (
              version bigint PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL
            );
            """)
        let present = try session.first(
          "SELECT version FROM schema_migrations WHERE version = \(step.version)"
        ) { try $0.integer(0) }
        guard present == nil else { return false }
        try session.run(script: step.script)
        try session.execute(
          """
          INSERT INTO schema_migrations (version, name, applied_at)
          VALUES (\(step.version), \(step.name), \(Date()))
          """)
        return true
      }
      if isNew { applied.append("\(step.version) \(step.name)") }
    }
    if let application { try await database.write { try $0.grant(to: application) } }
    return applied
  }

  /// The version of a database; 0 where it has none.
  public static func version(of database: any SQLDatabase) async throws -> Int {
    try await database.read { session in
      let exists: SQLStatement =
        switch session.dialect {
        case .postgreSQL: "SELECT 1 WHERE to_regclass('schema_migrations') IS NOT NULL"
        case .sqlite: "SELECT 1 FROM sqlite_master WHERE name = 'schema_migrations'"
        }
      guard try session.first(exists, { _ in () }) != nil else { return 0 }
      return try session.first("SELECT coalesce(max(version), 0) FROM schema_migrations") {
        Int(try $0.integer(0))
      } ?? 0
    }
  }
}

extension SQLSession {
  /// Waits for whoever migrates, until the transaction ends.
  fileprivate func lockMigrations() throws {
    switch dialect {
    // The number is arbitrary, and must stay: it is what all migrators agree on.
    case .postgreSQL: _ = try query("SELECT pg_advisory_xact_lock(7421066401)") { _ in () }
    case .sqlite: break
    }
  }

  fileprivate func grant(to role: String) throws {
    switch dialect {
    case .postgreSQL:
      let name = "\"\(role.replacing("\"", with: "\"\""))\""
      try run(
        script: """
          GRANT USAGE ON SCHEMA public TO \(name);
          GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO \(name);
          REVOKE INSERT, UPDATE, DELETE ON schema_migrations FROM \(name);
          """)
    case .sqlite: break
    }
  }
}
