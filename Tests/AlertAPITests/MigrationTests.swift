import CellContract
import Foundation
import HTTPTypes
import JSONText
import PostgreSQL
import SQL
import ServiceTestSupport
import Synchronization
import Testing

@testable import AlertStores

/// The API while the database is migrated to what the next release needs.
@Suite(.runningPostgreSQL) struct MigrationTests {
  /// What callers get while they ask all the time.
  final class Traffic: Sendable {
    private let state = Mutex<(answered: Int, failures: [String], isOver: Bool)>((0, [], false))

    var answered: Int { state.withLock { $0.answered } }
    var failures: [String] { state.withLock { $0.failures } }
    var isOver: Bool { state.withLock { $0.isOver } }

    func end() { state.withLock { $0.isOver = true } }

    func note(_ answer: RunningAPI.Answer) {
      state.withLock {
        $0.answered += 1
        if answer.status >= 400 { $0.failures.append("\(answer.status) \(answer.text)") }
      }
    }

    /// Waits for some more answers.
    func wait(for count: Int) async throws {
      let enough = answered + count
      while answered < enough { try await Task.sleep(for: .milliseconds(5)) }
    }
  }

  /// Connections of a migrator to the database of an API.
  private func withMigrator<Result: Sendable>(
    of api: RunningAPI, _ body: (PostgreSQLPool) async throws -> Result
  ) async throws -> Result {
    let server = try #require(RunningPostgreSQL.server)
    let names = try await api.backend.database(.alerts).read {
      try $0.query("SELECT current_database()") { $0.text(0) }
    }
    let pool = server.pool(database: try #require(names.first))
    let result = try await body(pool)
    await pool.close()
    return result
  }

  /// Callers that change and read everything, each connection of the API in use, until `body` is done, and
  /// some time before and behind it. A statement that waits for 5 s fails, and so does its request.
  private func traffic(
    on api: RunningAPI, during body: @escaping @Sendable () async throws -> Void
  ) async throws -> Traffic {
    let traffic = Traffic()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for caller in 0..<4 {
        group.addTask {
          var number = caller
          while !traffic.isOver {
            number += 4
            let phone = "+1415555\(String(10_000 + number % 10_000).suffix(4))"
            let recipient = #"{"name":"N","phone_number":"\#(phone)","tags":["a"]}"#
            let alert = #"{"title":"T","message":"M","delivery_method":"sms"}"#
            traffic.note(try await api.send(.post, "/v1/recipients", recipient))
            traffic.note(try await api.send(.post, "/v1/alerts", alert))
            for path in ["/v1/alerts", "/v1/recipients?tag=a", "/readyz"] {
              traffic.note(try await api.send(.get, path))
            }
          }
        }
      }
      group.addTask {
        defer { traffic.end() }
        try await traffic.wait(for: 20)
        try await body()
        try await traffic.wait(for: 40)
      }
      try await group.waitForAll()
    }
    return traffic
  }

  @Test func `requests go on while a newer release's steps are applied`() async throws {
    try await RunningAPI.with(.postgreSQL) { api in
      let traffic = try await traffic(on: api) {
        try await withMigrator(of: api) { migrator in
          let steps = [
            Migration(
              version: 1000, name: "columns",
              script: """
                ALTER TABLE alerts ADD COLUMN note text;
                ALTER TABLE recipients ADD COLUMN weight bigint NOT NULL DEFAULT 1;
                """),
            Migration(
              version: 1001, name: "table",
              script: """
                CREATE TABLE notes (alert_id text PRIMARY KEY REFERENCES alerts (alert_id), note text)
                """),
            Migration(version: 1002, name: "index", index: "alerts_title", on: "alerts (title)"),
          ]
          let applied = try await Schema.migrate(migrator, grantingTo: nil, steps: steps)
          #expect(applied.count == 3)
          // The release that still runs has nothing to do, and is ready.
          #expect(try await Schema.migrate(migrator) == [])
          #expect(try await Schema.version(of: migrator) == 1002)
        }
        #expect(try await api.send(.get, "/readyz").status == 200)
      }
      #expect(traffic.failures == [])
    }
  }

  /// A transaction that has read the tables and stays open for longer than a request may wait.
  @Test(arguments: [true, false])
  func `requests go on while a step waits for a lock, which they don't without its limit`(
    isLimited: Bool
  ) async throws {
    try await RunningAPI.with(.postgreSQL) { api in
      let traffic = try await traffic(on: api) {
        try await withMigrator(of: api) { migrator in
          let step = Migration(
            version: 1000, name: "column", script: "ALTER TABLE alerts ADD COLUMN note text")
          let limits = MigrationLimits(
            lock: isLimited ? .milliseconds(500) : .seconds(60), attempts: 1000, pause: .seconds(1))
          let (reads, hasRead) = AsyncStream.makeStream(of: Void.self)
          async let reader: Void = migrator.write { session in
            try session.run(script: "SET LOCAL statement_timeout = 0; SELECT count(*) FROM alerts")
            hasRead.yield()
            try session.run(script: "SELECT pg_sleep(8)")
          }
          for await _ in reads { break }
          let applied = try await Schema.migrate(migrator, grantingTo: nil, steps: [step], limits)
          #expect(applied == ["1000 column"])
          try await reader
        }
      }
      #expect(traffic.failures.isEmpty == isLimited, "\(traffic.failures.prefix(3))")
    }
  }

  @Test(arguments: [
    "ALTER TABLE alerts ADD COLUMN note text; SELECT pg_sleep(8)",
    "ALTER TABLE alerts DROP COLUMN title",
  ])
  func `requests fail while a step keeps its lock, or takes what they need`(
    script: String
  ) async throws {
    try await RunningAPI.with(.postgreSQL) { api in
      let traffic = try await traffic(on: api) {
        _ = try await withMigrator(of: api) { migrator in
          try await Schema.migrate(
            migrator, grantingTo: nil,
            steps: [Migration(version: 1000, name: "naive", script: script)])
        }
      }
      #expect(!traffic.failures.isEmpty)
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `an API whose database is older isn't ready, and says why`(
    backing: TestDatabase
  ) async throws {
    try await RunningAPI.with(backing) { api in
      let database = try api.backend.database(.alerts)
      #expect(try await api.send(.get, "/readyz").status == 200)
      _ = try await database.write {
        try $0.execute("DELETE FROM schema_migrations WHERE version = \(Schema.version)")
      }
      let answer = try await api.send(.get, "/readyz")
      #expect(answer.status == 503)
      #expect(answer.json?["database"] == "unavailable")
      #expect(
        api.lines.all.contains(
          "not ready, database: the database is at version \(Schema.version - 1), and this program needs"
        ))
    }
  }
}
