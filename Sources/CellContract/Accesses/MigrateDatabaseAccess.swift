/// Changing the tables of a database, with the role that owns them.
public struct MigrateDatabaseAccess: Access {
  /// Which database.
  public let database: Database

  /// The owner's password, the name of the role that services log in with, and the parameters that say
  /// where the database is.
  public var statements: [PolicyStatement] {
    database.migrationSecret.readStatements + ReadWriteDatabaseAccess(database: database).statements
  }
  /// What the services of the database are told, and the name of the owner's secret.
  public var environment: [EnvironmentVariable] {
    ReadWriteDatabaseAccess(database: database).environment
      + [database.migrationSecret.nameVariable]
  }
  /// The environment or the cell declares the database.
  public var requirement: Requirement? { .database(database) }
}

extension Access where Self == MigrateDatabaseAccess {
  /// May change the tables of `database`.
  static func migrate(_ database: Database) -> Self { Self(database: database) }
}
