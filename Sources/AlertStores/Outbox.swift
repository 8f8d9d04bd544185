public import Foundation
public import SQL

/// Events that were committed with what they tell of, and wait to be published.
public struct Outbox: Sendable {
  /// An event on its way.
  public struct Entry: Sendable, Hashable {
    /// Of the event.
    public let id: String
    /// What is published.
    public let message: String
    /// An attribute that subscriptions filter by.
    public let change: String
    /// An attribute that subscriptions filter by.
    public let priority: String
  }

  private let database: any SQLDatabase
  private let cell: String

  /// How long a claim holds: a relay that was killed leaves its events alone for so long.
  public static let claimDuration: TimeInterval = 30
  /// How long an event that was published is kept for who wonders.
  static let publishedRetention: TimeInterval = 86_400

  /// The events of one cell: each cell publishes to its own topic.
  public init(_ database: any SQLDatabase, cell: String) {
    self.database = database
    self.cell = cell
  }

  /// Claims up to `limit` events that nobody else has claimed, those of high priority first.
  public func claim(limit: Int, at now: Date) async throws -> [Entry] {
    try await database.write { [cell] session in
      try session.query(
        """
        WITH waiting AS MATERIALIZED (
          SELECT event_id FROM outbox
          WHERE published_at IS NULL AND home_cell = \(cell) AND claimed_until <= \(now)
          ORDER BY priority, event_id LIMIT \(limit)\(session.dialect.claimingRows))
        UPDATE outbox SET claimed_until = \(now + Self.claimDuration)
        WHERE event_id IN (SELECT event_id FROM waiting)
        RETURNING event_id, message, change, priority
        """
      ) { Entry(id: $0.text(0), message: $0.text(1), change: $0.text(2), priority: $0.text(3)) }
    }
  }

  /// Notes that events were published.
  public func markPublished(_ ids: [String], at now: Date) async throws {
    guard !ids.isEmpty else { return }
    let list = SQLStatement(ids.map { "\($0)" }, separator: ", ")
    try await database.write { session in
      _ = try session.execute(
        "UPDATE outbox SET published_at = \(now) WHERE event_id IN (\(list))")
    }
  }

  /// Gives claims back, so that the next relay need not wait for them to run out.
  public func release(_ ids: [String], at now: Date) async throws {
    guard !ids.isEmpty else { return }
    let list = SQLStatement(ids.map { "\($0)" }, separator: ", ")
    try await database.write { session in
      _ = try session.execute(
        """
        UPDATE outbox SET claimed_until = \(now) WHERE published_at IS NULL AND event_id IN (\(list))
        """)
    }
  }

  /// How many wait to be published.
  public func waiting() async throws -> Int {
    try await database.read { [cell] session in
      try session.first(
        "SELECT count(*) FROM outbox WHERE published_at IS NULL AND home_cell = \(cell)"
      ) { Int(try $0.integer(0)) } ?? 0
    }
  }

  /// Forgets what nobody asks for any more: events that were published, and answers that are too old to
  /// be given again. At most 1,000 of each, so that no transaction is long.
  public func removeOld(at now: Date) async throws {
    try await database.write { session in
      try session.execute(
        """
        DELETE FROM outbox WHERE event_id IN (
          SELECT event_id FROM outbox WHERE published_at < \(now - Self.publishedRetention)
          LIMIT 1000)
        """)
      try session.execute(
        """
        DELETE FROM idempotency_keys WHERE (scope, idempotency_key) IN (
          SELECT scope, idempotency_key FROM idempotency_keys
          WHERE created_at < \(now - IdempotentRequest.retention) LIMIT 1000)
        """)
    }
  }
}
