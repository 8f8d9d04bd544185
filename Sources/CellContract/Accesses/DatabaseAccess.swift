/// Logging in to a database with the application's role.
public struct ReadWriteDatabaseAccess: Access {
  /// Which database.
  public let database: Database

  /// The role's password, and the parameters that say where the database is.
  public var statements: [PolicyStatement] {
    database.applicationSecret.readStatements + [
      PolicyStatement(["ssm:GetParametersByPath"], on: .databaseEndpoints(database))
    ]
  }
  /// Where the endpoints are found, the database's name, and the secret's.
  public var environment: [EnvironmentVariable] {
    [
      EnvironmentVariable(
        "DATABASE", database.name, "ENDPOINTS", .databaseEndpointsPath(database)),
      EnvironmentVariable("DATABASE", database.name, "NAME", .databaseName(database)),
      database.applicationSecret.nameVariable,
    ]
  }
  /// The environment or the cell declares the database.
  public var requirement: Requirement? { .database(database) }
}

extension Access where Self == ReadWriteDatabaseAccess {
  /// May read and write `database`.
  static func readWrite(_ database: Database) -> Self { Self(database: database) }
}
