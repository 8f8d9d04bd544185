public import Testing

/// Gives a suite a PostgreSQL server that runs while its tests do.
public struct RunningPostgreSQL: SuiteTrait, TestTrait, TestScoping {
  /// The server of the suite whose test this is.
  @TaskLocal public static var server: PostgreSQLServer?

  /// One server for the suite.
  public var isRecursive: Bool { false }

  /// Runs the suite while the server runs.
  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await PostgreSQLServer.withRunning { server in
      try await Self.$server.withValue(server) { try await function() }
    }
  }
}

extension Trait where Self == RunningPostgreSQL {
  /// A PostgreSQL server for the tests of the suite.
  public static var runningPostgreSQL: Self { Self() }
}
