public import Foundation
public import SQL

/// Takes over what a cell that was lost had to do.
public struct Rehoming: Sendable {
  private let database: any SQLDatabase

  /// Rehoming in a database.
  public init(_ database: any SQLDatabase) { self.database = database }

  /// What was taken over.
  public struct Taken: Sendable, Hashable {
    /// Alerts that are not done.
    public let alerts: Int
    /// Events that were not published.
    public let events: Int
    /// Batches that are not done.
    public let batches: Int
  }

  /// Gives all that `lost` has to do to `cell`. Its worker asks Twilio before it sends any of it: what
  /// the lost cell sent last may stand in no table. Doing it twice does nothing more.
  public func takeOver(from lost: String, to cell: String, at now: Date) async throws -> Taken {
    try await database.write { session in
      // What is planned from now on is asked about too.
      try session.execute(
        """
        INSERT INTO delivery_plans (
          alert_id, began_at, last_recipient, recipients, batches, reconciled
        ) SELECT alert_id, \(now), '', 0, 0, \(true) FROM alerts
        WHERE home_cell = \(lost) AND status IN ('queued', 'sending')
        ON CONFLICT (alert_id) DO UPDATE SET reconciled = \(true)
        """)
      let alerts = try session.execute(
        """
        UPDATE alerts SET home_cell = \(cell), updated_at = \(now), version = version + 1
        WHERE home_cell = \(lost) AND status IN ('queued', 'sending')
        """)
      let events = try session.execute(
        """
        UPDATE outbox SET home_cell = \(cell), claimed_until = \(now)
        WHERE home_cell = \(lost) AND published_at IS NULL
        """)
      let batches = try session.execute(
        """
        UPDATE delivery_batches SET home_cell = \(cell), claimed_until = \(now), attempts = 0,
          reconciled = \(true) WHERE home_cell = \(lost)
        """)
      return Taken(alerts: alerts, events: events, batches: batches)
    }
  }
}
