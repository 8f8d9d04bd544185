import Foundation
import PostgreSQL
import SQL
import ServiceTestSupport
import Testing

@testable import AlertStores

/// How a migrator gets on with others, on PostgreSQL.
@Suite(.runningPostgreSQL) struct MigrationTests {
  private let addColumn = Migration(
    version: 1000, name: "note", script: "ALTER TABLE alerts ADD COLUMN note text")
  private let addIndex = Migration(
    version: 1001, name: "titles", index: "alerts_title", on: "alerts (title)")

  private func withTables(
    statement: Duration = .seconds(5), _ body: (PostgreSQLPool, String) async throws -> Void
  ) async throws {
    let server = try #require(RunningPostgreSQL.server)
    let name = try await server.makeDatabase()
    let pool = server.pool(
      database: name, limits: PostgreSQLLimits(connections: 4, statement: statement))
    _ = try await Schema.migrate(pool)
    try await body(pool, name)
    await pool.close()
  }

  private func migrate(
    _ database: any SQLDatabase, _ steps: [Migration], _ limits: MigrationLimits = .init()
  ) async throws -> [String] {
    try await Schema.migrate(database, grantingTo: nil, steps: steps, limits)
  }

  /// Keeps a table from being changed, as a transaction does that has read it, until `body` is done.
  private func keeping(
    _ table: String, in database: any SQLDatabase, _ body: () async throws -> Void
  ) async throws {
    let mayEnd = DispatchSemaphore(value: 0)
    let (reads, hasRead) = AsyncStream.makeStream(of: Void.self)
    let reader = Task {
      try await database.write { session in
        try session.run(script: "LOCK TABLE \(table) IN ACCESS SHARE MODE")
        hasRead.yield()
        mayEnd.wait()
      }
    }
    for await _ in reads { break }
    do { try await body() } catch {
      mayEnd.signal()
      throw error
    }
    mayEnd.signal()
    try await reader.value
  }

  @Test func `a step that gets no lock gives up, says so, and is applied another time`()
    async throws
  {
    try await withTables { database, _ in
      try await keeping("alerts", in: database) {
        let limits = MigrationLimits(lock: .milliseconds(50), attempts: 3, pause: .milliseconds(10))
        let refusal = await #expect(throws: MigrationRefusal.self) {
          try await migrate(database, [addColumn], limits)
        }
        let text = "\(try #require(refusal))"
        #expect(text.hasPrefix("step 1000 note: no lock in 3 attempts of 0.05 seconds (55P03: "))
        #expect(text.contains("pg_terminate_backend"))
      }
      #expect(try await migrate(database, [addColumn]) == ["1000 note"])
    }
  }

  @Test func `a step that gets no lock at first is tried again`() async throws {
    try await withTables { database, _ in
      let limits = MigrationLimits(
        lock: .milliseconds(50), attempts: 10_000, pause: .milliseconds(10))
      let (step, pool) = (addColumn, database)
      var migrator: Task<[String], any Error>?
      try await keeping("alerts", in: database) {
        migrator = Task {
          try await Schema.migrate(pool, grantingTo: nil, steps: [step], limits)
        }
        // Nobody queues behind it for longer than its limit, so this gets through.
        for _ in 0..<20 {
          _ = try await database.read { try $0.query("SELECT count(*) FROM alerts") { _ in () } }
        }
      }
      #expect(try await migrator?.value == ["1000 note"])
    }
  }

  @Test func `what limits services' statements doesn't cut a step`() async throws {
    try await withTables(statement: .milliseconds(500)) { database, _ in
      let slow = Migration(version: 1000, name: "slow", script: "SELECT pg_sleep(1.5)")
      // Each row of the table takes as long.
      try await database.write {
        try $0.run(
          script: """
            CREATE FUNCTION slow(n bigint) RETURNS bigint IMMUTABLE LANGUAGE plpgsql AS
              $$ BEGIN PERFORM pg_sleep(1.5); RETURN n; END $$;
            CREATE TABLE t (n bigint); INSERT INTO t VALUES (1);
            """)
      }
      let index = Migration(version: 1001, name: "index", index: "t_slow", on: "t (slow(n))")
      #expect(try await migrate(database, [slow, index]) == ["1000 slow", "1001 index"])
      // And a service's are cut as before, on the same connections.
      for _ in 0..<8 {
        let error = await #expect(throws: SQLError.self) {
          try await database.read { try $0.query("SELECT pg_sleep(30)") { _ in () } }
        }
        #expect(error?.kind == .timeout)
      }
    }
  }

  @Test func `an index that a migrator left unfinished is built anew`() async throws {
    try await withTables { database, _ in
      try await database.write {
        // As `CREATE INDEX CONCURRENTLY` leaves it when it fails.
        try $0.run(
          script: """
            CREATE INDEX alerts_title ON alerts (title);
            UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'alerts_title'::regclass;
            """)
      }
      #expect(try await migrate(database, [addIndex]) == ["1001 titles"])
      let valid = try await database.read {
        try $0.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'alerts_title'::regclass")
        {
          try $0.boolean(0)
        }
      }
      #expect(valid == [true])
      #expect(try await migrate(database, [addIndex]) == [])
    }
  }

  @Test func `several migrators at once do each step once, and grant rights`() async throws {
    try await withTables { database, name in
      let server = try #require(RunningPostgreSQL.server)
      try await server.psql("CREATE ROLE \(name)_service")
      let steps = [addColumn, addIndex]
      let applied = try await withThrowingTaskGroup(of: [String].self) { group in
        for _ in 0..<4 {
          group.addTask {
            try await Schema.migrate(
              database, grantingTo: "\(name)_service", steps: steps,
              MigrationLimits(pause: .milliseconds(20)))
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(applied.sorted() == ["1000 note", "1001 titles"])
      let mayWrite = try await database.read {
        try $0.query("SELECT has_table_privilege(\("\(name)_service"), 'alerts', 'INSERT')") {
          try $0.boolean(0)
        }
      }
      #expect(mayWrite == [true])
    }
  }

  @Test func `a migrator that doesn't end is waited for, and then named`() async throws {
    try await withTables { database, _ in
      let pool = database
      try await database.write { session in
        try session.run(script: "SELECT pg_advisory_xact_lock(7421066401)")
        let done = DispatchSemaphore(value: 0)
        Task {
          let refusal = await #expect(throws: MigrationRefusal.self) {
            try await Schema.migrate(
              pool, grantingTo: nil, steps: [addColumn],
              MigrationLimits(pause: .milliseconds(10), turn: .milliseconds(50)))
          }
          #expect(
            "\(refusal.map(String.init(describing:)) ?? "")".contains(
              "another migrator did not end"))
          done.signal()
        }
        done.wait()
      }
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `an older program leaves a newer database as it is, and works with it`(
    backing: TestDatabase
  ) async throws {
    try await backing.withRunning { database in
      await #expect(throws: SchemaOutdated(present: 0, needed: Schema.version)) {
        try await Schema.check(database)
      }
      _ = try await Schema.migrate(database)
      try await Schema.check(database)
      _ = try await migrate(database, [addColumn, addIndex])
      #expect(try await Schema.migrate(database) == [])
      #expect(try await Schema.version(of: database) == 1001)
      try await Schema.check(database)
    }
  }
}
