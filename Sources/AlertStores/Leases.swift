public import Foundation
public import SQL

/// Turns that one of many may take at a time, whatever cell it runs in: rows of the one database that all
/// cells write to.
///
/// The clock is the caller's, as for the outbox's claims: a lease so behaves in a test as time does there,
/// and in cells clocks differ by milliseconds (Amazon Time Sync Service), leases by a minute. A holder that
/// was asleep past its end learns so when it renews, and from nothing else: whatever it does meanwhile
/// must do no harm when somebody else does it too.
/// Source: Amazon EC2 User Guide, "Precision clock and time synchronization", 2026-11.
public struct LeaseStore: Sendable {
  /// A turn that was taken.
  public struct Lease: Sendable, Hashable {
    /// What for: `hacker-news`.
    public let name: String
    /// Who has it.
    public let holder: String
    /// Grows each time that somebody takes it: of two who think that they have it, the one with the
    /// greater number does.
    public let fence: Int64
    /// When it ends unless it is renewed.
    public let expiresAt: Date
  }

  /// What became of an attempt to take a turn.
  public enum Outcome: Sendable, Hashable {
    case acquired(Lease)
    /// Somebody has it, or it is kept for somebody.
    case taken(by: String, until: Date)
  }

  private let database: any SQLDatabase

  /// Leases in a database.
  public init(_ database: any SQLDatabase) { self.database = database }

  /// Takes the turn where it is free, or kept for `keeper`; the database decides in one statement.
  ///
  /// - Parameters:
  ///   - holder: another one each time, so that a program that was started twice is two.
  ///   - keeper: for whom it may have been kept by ``release(_:keptFor:until:)``.
  public func acquire(
    _ name: String, by holder: String, keptFor keeper: String, for duration: TimeInterval,
    at now: Date
  ) async throws -> Outcome {
    let end = now + duration
    return try await database.write { session in
      let fence = try session.first(
        """
        INSERT INTO leases (lease_name, holder, expires_at, fence)
        VALUES (\(name), \(holder), \(end), 1)
        ON CONFLICT (lease_name) DO UPDATE
        SET holder = \(holder), expires_at = \(end), fence = leases.fence + 1
        WHERE leases.expires_at <= \(now) OR leases.holder = \(keeper)
        RETURNING fence
        """
      ) { try $0.integer(0) }
      if let fence {
        return .acquired(Lease(name: name, holder: holder, fence: fence, expiresAt: end))
      }
      let other = try session.first(
        "SELECT holder, expires_at FROM leases WHERE lease_name = \(name)"
      ) { (holder: $0.text(0), end: try $0.moment(1)) }
      return .taken(by: other?.holder ?? "", until: other?.end ?? now)
    }
  }

  /// Puts the end off; nil where the lease has ended or is somebody else's.
  public func renew(
    _ lease: Lease, for duration: TimeInterval, at now: Date
  ) async throws -> Lease? {
    let end = now + duration
    let isMine = try await change(
      lease, "SET expires_at = \(end)", where: " AND expires_at > \(now)")
    guard isMine else { return nil }
    return Lease(name: lease.name, holder: lease.holder, fence: lease.fence, expiresAt: end)
  }

  /// Gives the turn back, for anybody; false where it was lost before.
  @discardableResult public func release(_ lease: Lease, at now: Date) async throws -> Bool {
    try await change(lease, "SET expires_at = \(now)")
  }

  /// Gives the turn back and keeps it for `keeper`, who may take it at any time; others may from `until`
  /// on. False where it was lost before.
  @discardableResult public func release(
    _ lease: Lease, keptFor keeper: String, until: Date
  ) async throws -> Bool {
    try await change(lease, "SET holder = \(keeper), expires_at = \(until)")
  }

  private func change(
    _ lease: Lease, _ change: SQLStatement, where condition: SQLStatement = ""
  ) async throws -> Bool {
    try await database.write { session in
      try session.execute(
        """
        UPDATE leases \(change) WHERE lease_name = \(lease.name) AND holder = \(lease.holder)
        AND fence = \(lease.fence)\(condition)
        """) == 1
    }
  }
}
