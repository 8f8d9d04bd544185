public import Alerts
public import Foundation
public import SQL

/// Batches of deliveries that are to be made by the workers of a cell.
///
/// Which batch is next is decided here and not by the queue: those of high priority go first, however
/// many others were there before, and a batch whose message was lost is found all the same.
public struct DeliveryBatches: Sendable {
  private let database: any SQLDatabase
  private let cell: String

  /// Longer than anybody waits: ten years.
  private static let forNobody: TimeInterval = 10 * 365 * 86_400

  /// Batches in a database, of a cell.
  public init(_ database: any SQLDatabase, cell: String) {
    self.database = database
    self.cell = cell
  }

  /// Takes the next batch, which nobody else then takes before `end`; nil where none is due.
  public func claim(at now: Date, until end: Date) async throws -> DeliveryBatch? {
    try await database.write { [cell] session in
      try session.query(
        """
        WITH due AS MATERIALIZED (
          SELECT alert_id, batch_number FROM delivery_batches
          WHERE home_cell = \(cell) AND claimed_until <= \(now)
          ORDER BY priority, alert_id, batch_number LIMIT 1\(session.dialect.claimingRows))
        UPDATE delivery_batches SET claimed_until = \(end), attempts = attempts + 1
        WHERE (alert_id, batch_number) IN (SELECT alert_id, batch_number FROM due)
        RETURNING alert_id, batch_number, recipients, attempts, reconciled
        """, DeliveryBatch.init(row:)
      ).first
    }
  }

  /// Keeps a batch for longer; false where somebody else has it.
  public func extend(_ batch: DeliveryBatch, until end: Date) async throws -> Bool {
    try await database.write { session in
      try session.execute(
        "UPDATE delivery_batches SET claimed_until = \(end) WHERE \(batch.isMine)") == 1
    }
  }

  /// Gives a batch back until `moment`, because something in it has to wait; `failed` says that it did
  /// not come to an orderly end.
  public func postpone(
    _ batch: DeliveryBatch, until moment: Date, failed: Bool = false
  ) async throws {
    try await database.write { session in
      _ = try session.execute(
        """
        UPDATE delivery_batches SET claimed_until = \(moment),
          attempts = \(failed ? batch.attempts : 0) WHERE \(batch.isMine)
        """)
    }
  }

  /// Leaves a batch alone until a person gives it back.
  public func setAside(_ batch: DeliveryBatch, at now: Date) async throws {
    try await postpone(batch, until: now + Self.forNobody, failed: true)
  }

  /// Gives a batch that was set aside back to the workers; false where there is no such batch.
  public func giveBack(_ number: Int, of id: AlertID, at now: Date) async throws -> Bool {
    try await database.write { session in
      try session.execute(
        """
        UPDATE delivery_batches SET claimed_until = \(now), attempts = 0
        WHERE alert_id = \(id.text) AND batch_number = \(number)
        """) == 1
    }
  }

  /// Ends a batch, and with the last one its alert. A batch that somebody else has by now is ended too:
  /// there is nothing left in it.
  public func end(_ batch: DeliveryBatch, at now: Date) async throws {
    try await database.write { session in
      let found = try session.locked(batch.alertID)
      try session.execute("DELETE FROM delivery_batches WHERE \(batch.isIt)")
      guard var alert = found else { return }
      try session.completeIfDone(&alert, at: now)
    }
  }

  /// How many are open, those among them that wait for their time.
  public func open() async throws -> Int {
    try await database.read { [cell] session in
      try session.first("SELECT count(*) FROM delivery_batches WHERE home_cell = \(cell)") {
        Int(try $0.integer(0))
      } ?? 0
    }
  }
}

extension DeliveryBatch {
  fileprivate init(row: any SQLRow) throws {
    guard let id = AlertID(row.text(0)) else {
      throw SQLError(.wrongStatement, "delivery_batches hold an ID that can't be: \(row.text(0))")
    }
    self.init(
      alertID: id, number: Int(try row.integer(1)),
      recipients: row.text(2).split(separator: " ").compactMap { RecipientID(String($0)) },
      attempts: Int(try row.integer(3)), isReconciled: try row.boolean(4))
  }

  fileprivate var isIt: SQLStatement {
    "alert_id = \(alertID.text) AND batch_number = \(number)"
  }

  /// Each claim has another number of attempts, until the batch was given back in order.
  fileprivate var isMine: SQLStatement { "\(isIt) AND attempts = \(attempts)" }
}
