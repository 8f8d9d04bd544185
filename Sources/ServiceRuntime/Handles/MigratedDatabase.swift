public import SQL

/// A database whose tables may be changed.
public struct MigratedDatabase: Sendable {
  /// The database, with the role that owns its tables.
  public let database: any SQLDatabase
  /// The role that services log in with, which gets the right to use the tables; nil where there are no
  /// roles.
  public let applicationRole: @Sendable () async throws -> String?

  /// A database with its roles.
  public init(
    database: any SQLDatabase, applicationRole: @escaping @Sendable () async throws -> String?
  ) {
    self.database = database
    self.applicationRole = applicationRole
  }
}
