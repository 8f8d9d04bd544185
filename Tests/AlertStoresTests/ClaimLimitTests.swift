import AlertStores
import Alerts
import Foundation
import SQL
import ServiceTestSupport
import Testing

/// Claims on a PostgreSQL that believes its tables to be nearly empty, as it does of a queue whose
/// statistics were taken while there was little in it.
@Suite(.runningPostgreSQL) struct ClaimLimitTests {
  private let start = Date(timeIntervalSince1970: 1_764_158_400)

  @Test func `a claim takes one batch, whatever the planner believes of the table`() async throws {
    try await TestDatabase.postgreSQL.withRunning { database in
      _ = try await Schema.migrate(database)
      try await fill(
        database, "delivery_batches",
        """
        (alert_id, batch_number, home_cell, priority, recipients, claimed_until, attempts, reconciled)
        SELECT 'alert_1', n, 'cell', 'normal', 'recip_1', '2025-01-01', 0, false
        """)
      let batches = DeliveryBatches(database, cell: "cell")
      let claimed = try await batches.claim(at: start, until: start + 30)
      #expect(claimed?.number == 2)
      #expect(try await count("delivery_batches", in: database) == 1)
    }
  }

  @Test func `a claim of events takes no more than it asks for`() async throws {
    try await TestDatabase.postgreSQL.withRunning { database in
      _ = try await Schema.migrate(database)
      try await fill(
        database, "outbox",
        """
        (event_id, message, change, priority, home_cell, created_at, claimed_until)
        SELECT 'event_' || n, '{}', 'created', 'normal', 'cell', '2025-01-01', '2025-01-01'
        """)
      let outbox = Outbox(database, cell: "cell")
      #expect(
        try await outbox.claim(limit: 3, at: start).map(\.id).sorted() == [
          "event_2", "event_3", "event_4",
        ])
      #expect(try await count("outbox", in: database) == 3)
    }
  }

  /// Eight rows of `cell`, of which the statistics know none: they are of a time when there was one row of
  /// another cell.
  private func fill(
    _ database: any SQLDatabase, _ table: String, _ rows: String
  ) async throws {
    try await database.write { session in
      try session.run(
        script: """
          INSERT INTO alerts VALUES
            ('alert_1', '', '', '', '', '', true, 'sending', 0, 0, '', now(), now(), 1);
          INSERT INTO \(table) \(rows.replacing("'cell'", with: "'other'")) FROM generate_series(1, 1) n;
          ANALYZE \(table);
          INSERT INTO \(table) \(rows) FROM generate_series(2, 9) n;
          """)
    }
  }

  /// How many rows are claimed.
  private func count(_ table: String, in database: any SQLDatabase) async throws -> Int {
    try await database.read { session in
      let rows = try session.query(
        SQLStatement(
          stringLiteral: "SELECT count(*) FROM \(table) WHERE claimed_until > '2025-06-01'")
      ) { Int(try $0.integer(0)) }
      return rows[0]
    }
  }
}
