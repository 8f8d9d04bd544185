import EmbeddedBackend
import Foundation
import Logging
public import PostgreSQL
public import SQL

/// The two databases that the application runs on.
public enum TestDatabase: String, Sendable, CaseIterable {
  case sqlite
  case postgreSQL

  /// An empty database for as long as `body` takes; `connections` to it, where it has any.
  public func withRunning<Result: Sendable>(
    connections: Int = 4, _ body: (any SQLDatabase) async throws -> Result
  ) async throws -> Result {
    switch self {
    case .sqlite:
      return try await withTemporaryFolder { folder in
        let database = try SQLiteDatabase(path: "\(folder)/test.sqlite")
        let result = try await body(database)
        try database.close()
        return result
      }
    case .postgreSQL:
      guard let server = RunningPostgreSQL.server else {
        preconditionFailure("give the suite the trait .runningPostgreSQL")
      }
      let pool = server.pool(
        database: try await server.makeDatabase(),
        limits: PostgreSQLLimits(connections: connections))
      do {
        let result = try await body(pool)
        await pool.close()
        return result
      } catch {
        await pool.close()
        throw error
      }
    }
  }
}

extension PostgreSQLServer {
  /// How to reach the server at its socket.
  public func parameters(
    database: String, user: String = "postgres", password: String = ""
  ) -> PostgreSQLParameters {
    PostgreSQLParameters(
      hosts: [folder], port: port, database: database, user: user, password: password,
      encryption: .none, applicationName: "tests")
  }

  /// Connections to one of its databases.
  public func pool(
    database: String, limits: PostgreSQLLimits = PostgreSQLLimits(connections: 4)
  ) -> PostgreSQLPool {
    let parameters = parameters(database: database)
    return PostgreSQLPool(limits: limits, logger: Logger(label: "tests")) { _ in parameters }
  }
}

/// A folder for as long as `body` takes.
public func withTemporaryFolder<Result>(
  _ body: (String) async throws -> Result
) async throws -> Result {
  let folder = NSTemporaryDirectory() + "bizcomms-\(UUID().uuidString)"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
  do {
    let result = try await body(folder)
    try FileManager.default.removeItem(atPath: folder)
    return result
  } catch {
    try FileManager.default.removeItem(atPath: folder)
    throw error
  }
}
