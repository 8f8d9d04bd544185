public import Alerts
public import Foundation
public import SQL

/// Divides alerts into batches of deliveries, a page of recipients at a time.
///
/// A page, its batches and the place where the next one goes on are one transaction: killed anywhere,
/// planning goes on where it was, and no recipient stands in two batches.
public struct DeliveryPlans: Sendable {
  private let database: any SQLDatabase
  private let cell: String

  /// How many recipients one transaction divides.
  static let page = 500
  /// How many recipients a batch has: so many as a sender of one message a second takes half a minute
  /// for.
  static let batch = 25

  /// Plans in a database, for the workers of a cell.
  public init(_ database: any SQLDatabase, cell: String) {
    self.database = database
    self.cell = cell
  }

  /// What became of a page.
  public enum Outcome: Sendable, Hashable {
    /// So many batches were added, and there may be more recipients.
    case added(batches: Int)
    /// So many batches were added, and these were the last.
    case ended(batches: Int)
    /// There is nothing to plan: it was planned before, or was cancelled.
    case nothing
    /// There is no such alert, or this copy of the database doesn't have it yet.
    case unknownAlert
  }

  /// Adds batches for the next page of an alert's recipients. The first page begins the sending: the
  /// alert can't be changed from then on, and who becomes a recipient later is not told of it.
  public func addPage(of id: AlertID, at now: Date) async throws -> Outcome {
    try await database.write { session in
      guard var alert = try session.locked(id) else { return .unknownAlert }
      guard alert.status == .queued || alert.status == .sending else { return .nothing }
      var plan = try session.plan(of: id) ?? Plan(beganAt: now)
      guard !plan.hasEnded else { return .nothing }
      let recipients = try session.recipients(of: alert, in: plan)
      let batches = try session.addBatches(of: alert, recipients, in: plan, at: now)
      plan.lastRecipient = recipients.last ?? plan.lastRecipient
      plan.recipients += recipients.count
      plan.batches += batches
      plan.hasEnded = recipients.count < Self.page
      try session.save(plan, of: id, at: now)
      if alert.status == .queued || plan.hasEnded {
        alert.status = .sending
        alert.totalRecipients = plan.hasEnded ? plan.recipients : nil
        try session.save(&alert, at: now)
      }
      if plan.hasEnded { try session.completeIfDone(&alert, at: now) }
      return plan.hasEnded ? .ended(batches: batches) : .added(batches: batches)
    }
  }

  /// Alerts that nobody has planned to the end though they have been waiting since before `moment`: whose
  /// event is late or lost. Those of high priority first.
  public func overdue(since moment: Date, limit: Int) async throws -> [AlertID] {
    try await database.read { [cell] session in
      try session.query(
        """
        SELECT alerts.alert_id FROM alerts
        LEFT JOIN delivery_plans ON delivery_plans.alert_id = alerts.alert_id
        WHERE alerts.status IN ('queued', 'sending') AND alerts.home_cell = \(cell)
        AND alerts.updated_at < \(moment) AND delivery_plans.ended_at IS NULL
        ORDER BY alerts.priority, alerts.alert_id LIMIT \(limit)
        """
      ) { AlertID($0.text(0)) }.compactMap(\.self)
    }
  }
}

/// How far the planning of an alert is.
private struct Plan {
  let beganAt: Date
  var lastRecipient = ""
  var recipients = 0
  var batches = 0
  /// Whether the alert was begun in a cell that was lost.
  var isReconciled = false
  var hasEnded = false
}

extension SQLSession {
  fileprivate func plan(of id: AlertID) throws -> Plan? {
    try first(
      """
      SELECT began_at, last_recipient, recipients, batches, reconciled, ended_at FROM delivery_plans
      WHERE alert_id = \(id.text)
      """
    ) { row in
      Plan(
        beganAt: try row.moment(0), lastRecipient: row.text(1),
        recipients: Int(try row.integer(2)), batches: Int(try row.integer(3)),
        isReconciled: try row.boolean(4), hasEnded: !row.isNull(5))
    }
  }

  fileprivate func save(_ plan: Plan, of id: AlertID, at now: Date) throws {
    let endedAt = plan.hasEnded ? now : nil
    try execute(
      """
      INSERT INTO delivery_plans (
        alert_id, began_at, last_recipient, recipients, batches, reconciled, ended_at
      ) VALUES (
        \(id.text), \(plan.beganAt), \(plan.lastRecipient), \(plan.recipients), \(plan.batches),
        \(plan.isReconciled), \(endedAt))
      ON CONFLICT (alert_id) DO UPDATE SET last_recipient = \(plan.lastRecipient),
        recipients = \(plan.recipients), batches = \(plan.batches), ended_at = \(endedAt)
      """)
  }

  fileprivate func recipients(of alert: Alert, in plan: Plan) throws -> [String] {
    try query(
      """
      SELECT recipient_id FROM recipients
      WHERE \(alert.draft.addressees) AND recipient_id > \(plan.lastRecipient)
      AND created_at <= \(plan.beganAt)
      ORDER BY recipient_id LIMIT \(DeliveryPlans.page)
      """
    ) { $0.text(0) }
  }

  /// Adds batches of the recipients to a plan; how many.
  fileprivate func addBatches(
    of alert: Alert, _ recipients: [String], in plan: Plan, at now: Date
  ) throws -> Int {
    guard !recipients.isEmpty else { return 0 }
    let starts = Array(stride(from: 0, to: recipients.count, by: DeliveryPlans.batch))
    let rows = starts.enumerated().map { number, start in
      let part = recipients[start..<min(start + DeliveryPlans.batch, recipients.count)]
      return """
        (\(alert.id.text), \(plan.batches + number), \(alert.homeCell), \(alert.draft.priority.rawValue),
        \(part.joined(separator: " ")), \(now), 0,
        \(plan.isReconciled))
        """ as SQLStatement
    }
    try execute(
      """
      INSERT INTO delivery_batches (
        alert_id, batch_number, home_cell, priority, recipients, claimed_until, attempts, reconciled
      ) VALUES \(SQLStatement(rows, separator: ", "))
      """)
    return starts.count
  }

  /// Writes an alert that is kept by this transaction, as its next version.
  func save(_ alert: inout Alert, at now: Date) throws {
    alert.updatedAt = now
    alert.version += 1
    try update(alert)
  }

  /// Ends an alert of which nothing is left: its planning has ended, and no batch is open. The alert is
  /// kept by this transaction, so of two who end its last batches the second one sees what the first did.
  func completeIfDone(_ alert: inout Alert, at now: Date) throws {
    guard alert.status == .sending, alert.totalRecipients != nil else { return }
    let open = try query(
      "SELECT batch_number FROM delivery_batches WHERE alert_id = \(alert.id.text) LIMIT 1"
    ) { try $0.integer(0) }
    guard open.isEmpty else { return }
    alert.status = .completed
    try save(&alert, at: now)
  }
}
