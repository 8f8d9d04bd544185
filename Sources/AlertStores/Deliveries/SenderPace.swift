public import Foundation
public import SQL

/// How fast a sender may send, whoever sends for it: a bucket of tokens that all workers of all cells
/// draw from.
public struct SenderPace: Sendable {
  private let database: any SQLDatabase

  /// Paces in a database.
  public init(_ database: any SQLDatabase) { self.database = database }

  /// Draws `count` tokens of a sender that has `rate` of them a second; when the first of them is good.
  ///
  /// Nothing is drawn where that is later than `latest`: what is drawn and not used is gone.
  public func draw(
    _ count: Int, of sender: String, rate: Double, at now: Date, latest: Date
  ) async throws -> (start: Date, isDrawn: Bool) {
    try await database.write { session in
      // The row is made first, so that there is always one to keep.
      try session.execute(
        """
        INSERT INTO sender_paces (sender, next_at) VALUES (\(sender), \(now))
        ON CONFLICT (sender) DO NOTHING
        """)
      let next = try session.first(
        """
        SELECT next_at FROM sender_paces WHERE sender = \(sender)\(session.dialect.lockingRows)
        """
      ) { try $0.moment(0) }
      let start = max(now, next ?? now)
      guard start <= latest else { return (start, false) }
      try session.execute(
        """
        UPDATE sender_paces SET next_at = \(start + Double(count) / rate) WHERE sender = \(sender)
        """)
      return (start, true)
    }
  }
}
