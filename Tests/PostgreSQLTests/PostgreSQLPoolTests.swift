import Foundation
import Logging
import PostgreSQL
import SQL
import ServiceTestSupport
import Synchronization
import Testing

@Suite(.runningPostgreSQL) struct PostgreSQLPoolTests {
  private func withPool<Result: Sendable>(
    _ limits: PostgreSQLLimits = PostgreSQLLimits(connections: 2),
    _ body: (PostgreSQLPool, PostgreSQLServer) async throws -> Result
  ) async throws -> Result {
    let server = try #require(RunningPostgreSQL.server)
    let pool = server.pool(database: try await server.makeDatabase(), limits: limits)
    do {
      let result = try await body(pool, server)
      await pool.close()
      return result
    } catch {
      await pool.close()
      throw error
    }
  }

  @Test func `values come back as they were sent`() async throws {
    try await withPool { pool, _ in
      let moment = Date(timeIntervalSince1970: 1_764_158_400.123)
      let row = try await pool.read { session in
        try session.first(
          """
          SELECT \("é'\"\\ 🙂")::text, \(Int64.min)::bigint, \(true)::boolean, \(moment)::timestamptz,
            \(nil as String?)::text
          """
        ) {
          (
            $0.text(0), try $0.integer(1), try $0.boolean(2), try $0.moment(3), $0.optionalText(4)
          )
        }
      }
      let found = try #require(row)
      #expect(found.0 == "é'\"\\ 🙂")
      #expect(found.1 == Int64.min)
      #expect(found.2)
      #expect(found.3 == moment)
      #expect(found.4 == nil)
    }
  }

  @Test func `a body that throws leaves nothing behind, and the connection works on`() async throws
  {
    struct Stop: Error {}
    try await withPool(PostgreSQLLimits(connections: 1)) { pool, _ in
      try await pool.write { try $0.run(script: "CREATE TABLE t (n bigint PRIMARY KEY)") }
      await #expect(throws: Stop.self) {
        try await pool.write { session in
          try session.execute("INSERT INTO t VALUES (\(1))")
          throw Stop()
        }
      }
      let error = await #expect(throws: SQLError.self) {
        try await pool.write { session in
          try session.execute("INSERT INTO t VALUES (\(1))")
          try session.execute("INSERT INTO t VALUES (\(1))")
        }
      }
      #expect(error?.kind == .notUnique(constraint: "t_pkey"))
      let count = try await pool.read { session in
        try session.first("SELECT count(*) FROM t") { try $0.integer(0) }
      }
      #expect(count == 0)
    }
  }

  @Test func `a first statement that is wrong fails as such, and the connection works on`()
    async throws
  {
    try await withPool(PostgreSQLLimits(connections: 1)) { pool, _ in
      let error = await #expect(throws: SQLError.self) {
        try await pool.write { try $0.execute("INSERT INTO nowhere VALUES (\(1))") }
      }
      #expect(error?.kind == .wrongStatement)
      // Prepared without fault, and failing when it runs: behind a BEGIN of the same round trip.
      let division = await #expect(throws: SQLError.self) {
        try await pool.write { try $0.execute("SELECT 1 / \(0)::int") }
      }
      #expect(division?.message.contains("division by zero") == true)
      try await pool.ping()
    }
  }

  @Test func `a text with a zero byte is refused and not cut`() async throws {
    try await withPool { pool, _ in
      let error = await #expect(throws: SQLError.self) {
        try await pool.read { try $0.query("SELECT \("a\0b")::text") { $0.text(0) } }
      }
      #expect(error?.message == "PostgreSQL can't hold a text with a zero byte")
    }
  }

  @Test func `a statement that takes too long is stopped`() async throws {
    try await withPool(PostgreSQLLimits(connections: 1, statement: .milliseconds(100))) { pool, _ in
      let error = await #expect(throws: SQLError.self) {
        try await pool.read { try $0.query("SELECT pg_sleep(30)") { _ in () } }
      }
      #expect(error?.kind == .timeout)
      try await pool.ping()
    }
  }

  @Test func `a waiter that is cancelled leaves the queue`() async throws {
    try await withPool(PostgreSQLLimits(connections: 1)) { pool, _ in
      let ran = Mutex(false)
      let isBusy = AsyncStream.makeStream(of: Void.self)
      let mayEnd = DispatchSemaphore(value: 0)
      let busy = Task {
        try await pool.read { _ in
          isBusy.continuation.yield()
          mayEnd.wait()
        }
      }
      for await _ in isBusy.stream { break }
      let waiter = Task { try await pool.read { _ in ran.withLock { $0 = true } } }
      waiter.cancel()
      await #expect(throws: CancellationError.self) { try await waiter.value }
      mayEnd.signal()
      try await busy.value
      #expect(!ran.withLock { $0 })
    }
  }

  @Test func `who waits too long is refused`() async throws {
    try await withPool(PostgreSQLLimits(connections: 1, waiting: .zero)) { pool, _ in
      let error = await #expect(throws: SQLError.self) { try await pool.ping() }
      #expect(error == SQLError(.timeout, "no connection was free in time"))
    }
  }

  @Test func `two that get in each other's way both succeed`() async throws {
    try await withPool { pool, _ in
      try await pool.write {
        try $0.run(script: "CREATE TABLE t (n bigint PRIMARY KEY, v bigint)")
        try $0.run(script: "INSERT INTO t VALUES (1, 0), (2, 0)")
      }
      // Each takes its rows in the other's order: one of them is the victim of a deadlock, and is done
      // again.
      try await withThrowingTaskGroup(of: Void.self) { group in
        for order in [[1, 2], [2, 1]] {
          group.addTask {
            try await pool.write { session in
              for n in order {
                try session.execute("UPDATE t SET v = v + 1 WHERE n = \(n)")
                _ = try session.query("SELECT pg_sleep(0.2)") { _ in () }
              }
            }
          }
        }
        try await group.waitForAll()
      }
      let values = try await pool.read { try $0.query("SELECT v FROM t") { try $0.integer(0) } }
      #expect(values == [2, 2])
    }
  }
}

@Suite struct PostgreSQLFailureTests {
  @Test func `a server that ended is noticed at once, and found again when it is back`()
    async throws
  {
    try await PostgreSQLServer.withRunning { server in
      let pool = server.pool(
        database: "postgres",
        limits: PostgreSQLLimits(connections: 2, longestPause: .milliseconds(100)))
      try await pool.ping()
      try await server.kill()
      let error = await #expect(throws: SQLError.self) { try await pool.ping() }
      #expect(error?.kind == .unavailable)
      try await server.resume()
      let deadline = ContinuousClock.now + .seconds(20)
      while true {
        do {
          try await pool.ping()
          break
        } catch {
          try #require(ContinuousClock.now < deadline)
          await Task.yield()
        }
      }
      await pool.close()
    }
  }

  @Test func `a connection that died while nobody used it is replaced unnoticed`() async throws {
    try await PostgreSQLServer.withRunning { server in
      let pool = server.pool(database: "postgres", limits: PostgreSQLLimits(connections: 1))
      try await pool.write { try $0.run(script: "CREATE TABLE t (n bigint)") }
      try await server.psql(
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'tests'
        """)
      let changes = try await pool.write { try $0.execute("INSERT INTO t VALUES (\(1))") }
      #expect(changes == 1)
      await pool.close()
    }
  }

  @Test func `a password that was changed is read anew`() async throws {
    try await PostgreSQLServer.withRunning(settings: ["listen_addresses = '127.0.0.1'"]) { server in
      try await server.psql("CREATE ROLE service LOGIN PASSWORD 'new'")
      let asked = Mutex<[Bool]>([])
      let pool = PostgreSQLPool(
        limits: PostgreSQLLimits(connections: 1, longestPause: .milliseconds(50)),
        logger: Logger(label: "tests")
      ) { failedBefore in
        asked.withLock { $0.append(failedBefore) }
        return PostgreSQLParameters(
          hosts: ["127.0.0.1"], port: server.port, database: "postgres", user: "service",
          password: failedBefore ? "new" : "old", encryption: .none, applicationName: "tests")
      }
      let error = await #expect(throws: SQLError.self) { try await pool.ping() }
      #expect(error?.message.contains("password authentication failed") == true)
      #expect(error?.message.contains("old") == false)
      let deadline = ContinuousClock.now + .seconds(20)
      while (try? await pool.ping()) == nil { try #require(ContinuousClock.now < deadline) }
      #expect(asked.withLock { $0 } == [false, true])
      await pool.close()
    }
  }

  @Test func `descriptions hide the password`() {
    let parameters = PostgreSQLParameters(
      hosts: ["a", "b"], database: "alerts", user: "u", password: "s3cret", encryption: .none,
      applicationName: "tests")
    #expect("\(parameters)" == "u@a,b:5432/alerts")
    var dumped = ""
    dump(parameters, to: &dumped)
    #expect(!dumped.contains("s3cret"))
  }
}
