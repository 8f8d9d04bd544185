public import SQL

/// The tables of the application, and how a database gets them.
public enum Schema {
  /// The version that this program was made for.
  public static var version: Int { Migration.all.last?.version ?? 0 }

  /// Applies what is missing, one migrator at a time, while services go on: ``Migration/apply(to:_:)``.
  ///
  /// A database that is further than this program is left as it is. `application` gets the right to read
  /// and write the tables, and not to change them; SQLite has no roles. Returns the steps that were applied.
  /// Throws ``MigrationRefusal`` where others didn't make room for it.
  public static func migrate(
    _ database: any SQLDatabase, grantingTo application: String? = nil
  ) async throws -> [String] {
    try await migrate(database, grantingTo: application, steps: Migration.all)
  }

  static func migrate(
    _ database: any SQLDatabase, grantingTo application: String?, steps: [Migration],
    _ limits: MigrationLimits = MigrationLimits()
  ) async throws -> [String] {
    var applied: [String] = []
    for step in steps where try await step.apply(to: database, limits) {
      applied.append(step.title)
    }
    if let application, database.dialect == .postgreSQL {
      try await limits.patiently("the rights of the role \(application)") {
        try await database.write { session -> Void? in
          guard try session.beginMigration(limits) else { return nil }
          return try session.grant(to: application)
        }
      }
    }
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

  /// Whether a service may work with the database: what its readiness rests on.
  ///
  /// Throws ``SchemaOutdated`` where the database is older than this program; a newer one does.
  public static func check(_ database: any SQLDatabase) async throws {
    let present = try await version(of: database)
    guard present >= version else { throw SchemaOutdated(present: present, needed: version) }
  }
}

/// The database lacks what this program needs.
public struct SchemaOutdated: Error, Sendable, Hashable, CustomStringConvertible {
  /// The database's version.
  public let present: Int
  /// The program's.
  public let needed: Int

  /// What to do about it.
  public var description: String {
    """
    the database is at version \(present), and this program needs \(needed); run `bizcomms-api migrate` of \
    this release
    """
  }
}

extension SQLSession {
  fileprivate func grant(to role: String) throws {
    let name = "\"\(role.replacing("\"", with: "\"\""))\""
    try run(
      script: """
        GRANT USAGE ON SCHEMA public TO \(name);
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO \(name);
        REVOKE INSERT, UPDATE, DELETE ON schema_migrations FROM \(name);
        """)
  }
}
