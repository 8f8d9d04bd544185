public import Alerts
public import Foundation
public import SQL

/// Alerts in the application's database. Each change and the event that tells of it are one
/// transaction: there is never one without the other.
public struct AlertStore: Sendable {
  private let database: any SQLDatabase
  /// The cell that alerts are taken in by.
  private let cell: String

  /// Alerts of a database, taken in by a cell.
  public init(_ database: any SQLDatabase, cell: String) {
    self.database = database
    self.cell = cell
  }

  /// Adds an alert, with the number of recipients that match it now.
  public func create(
    _ draft: AlertDraft, at now: Date, once request: IdempotentRequest?,
    answer: @escaping @Sendable (Alert) -> String
  ) async throws -> CreationOutcome<Alert> {
    let id = AlertID(at: now)
    return try await database.write { [cell] session in
      try session.once(request, at: now, answer: answer) {
        let alert = Alert(
          id: id, draft: draft, status: .queued,
          estimatedRecipients: try session.countRecipients(of: draft), homeCell: cell,
          createdAt: now, updatedAt: now, version: 1)
        try session.insert(alert)
        try session.record(.created, of: alert)
        return alert
      }
    }
  }

  /// An alert by ID.
  public func alert(_ id: AlertID) async throws -> Alert? {
    try await database.read { session in
      try session.first(
        "SELECT \(Alert.columns) FROM alerts WHERE alert_id = \(id.text)", Alert.init(row:))
    }
  }

  /// Alerts that match, newest first.
  public func list(_ filter: AlertListFilter, after: String?, limit: Int) async throws -> Page<
    Alert
  > {
    var conditions = filter.conditions
    if let after { conditions.append("alert_id < \(after)") }
    let found: SQLStatement = """
      SELECT \(Alert.columns) FROM alerts \(.matching(conditions))
      ORDER BY alert_id DESC LIMIT \(limit + 1)
      """
    return try await database.read { session in
      Page(try session.query(found, Alert.init(row:)), limit: limit) { $0.id.text }
    }
  }

  /// Replaces what the caller decides, while nothing was sent; `expected` is the version that the caller
  /// saw.
  public func replace(
    _ id: AlertID, with draft: AlertDraft, expecting expected: Int64?, at now: Date
  ) async throws -> Alert {
    try await database.write { session in
      var alert = try session.alertToChange(id, expecting: expected)
      guard alert.status == .queued else {
        throw ChangeRefusal.conflict(
          field: nil, "the alert is \(alert.status.rawValue); only a queued one can be changed")
      }
      alert.draft = draft
      alert.estimatedRecipients = try session.countRecipients(of: draft)
      alert.updatedAt = now
      alert.version += 1
      try session.update(alert)
      try session.record(.updated, of: alert)
      return alert
    }
  }

  /// Takes an alert back: what isn't sent yet won't be. Cancelling twice is no mistake.
  public func cancel(_ id: AlertID, expecting expected: Int64?, at now: Date) async throws -> Alert
  {
    try await database.write { session in
      var alert = try session.alertToChange(id, expecting: expected)
      switch alert.status {
      case .cancelled: return alert
      case .completed:
        throw ChangeRefusal.conflict(
          field: nil, "the alert is completed; there is nothing left to cancel")
      case .queued, .sending: break
      }
      alert.status = .cancelled
      alert.updatedAt = now
      alert.version += 1
      try session.update(alert)
      try session.record(.cancelled, of: alert)
      return alert
    }
  }

  /// Alerts beside `alert` that the same person may have been told in the same words since `moment`: of
  /// the same text, or all calls, whose words nobody lists. At most 100, the newest.
  public func twins(of alert: Alert, since moment: Date) async throws -> [AlertID] {
    let words: SQLStatement =
      switch alert.draft.deliveryMethod {
      case .sms: "AND title = \(alert.draft.title) AND message = \(alert.draft.message)"
      case .voice: ""
      }
    return try await database.read { session in
      try session.query(
        """
        SELECT alert_id FROM alerts
        WHERE delivery_method = \(alert.draft.deliveryMethod.rawValue) \(words)
        AND alert_id <> \(alert.id.text) AND updated_at >= \(moment)
        ORDER BY updated_at DESC LIMIT 100
        """
      ) { AlertID($0.text(0)) }.compactMap(\.self)
    }
  }

  /// When an alert or a recipient last changed, for who follows along.
  public func lastChange() async throws -> Date? {
    try await database.read { session in
      let changes = try session.query(
        """
        SELECT max(updated_at) FROM alerts UNION ALL SELECT max(updated_at) FROM recipients
        """
      ) { try $0.optionalMoment(0) }
      return changes.compactMap(\.self).max()
    }
  }
}

/// Which alerts are listed.
public struct AlertListFilter: Sendable, Hashable {
  /// Those that are so far.
  public var status: AlertStatus?
  /// Those of this priority.
  public var priority: AlertPriority?
  /// Those that go this way.
  public var deliveryMethod: Channel?

  /// A filter; nil asks for nothing.
  public init(
    status: AlertStatus? = nil, priority: AlertPriority? = nil, deliveryMethod: Channel? = nil
  ) {
    self.status = status
    self.priority = priority
    self.deliveryMethod = deliveryMethod
  }

  fileprivate var conditions: [SQLStatement] {
    var conditions: [SQLStatement] = []
    if let status { conditions.append("status = \(status.rawValue)") }
    if let priority { conditions.append("priority = \(priority.rawValue)") }
    if let deliveryMethod { conditions.append("delivery_method = \(deliveryMethod.rawValue)") }
    return conditions
  }
}

extension SQLSession {
  fileprivate func alertToChange(_ id: AlertID, expecting expected: Int64?) throws -> Alert {
    guard let alert = try locked(id) else { throw ChangeRefusal.notFound }
    if let expected, expected != alert.version {
      throw ChangeRefusal.versionDiffers(current: alert.version)
    }
    return alert
  }

  /// How many recipients an alert goes to.
  func countRecipients(of draft: AlertDraft) throws -> Int {
    try first("SELECT count(*) FROM recipients WHERE \(draft.addressees)") {
      Int(try $0.integer(0))
    } ?? 0
  }
}

extension AlertDraft {
  /// The condition on a row of recipients under which an alert goes to them.
  var addressees: SQLStatement {
    var conditions: [SQLStatement] = ["opted_out_at IS NULL"]
    switch deliveryMethod {
    case .sms: conditions.append("sms_enabled = \(true)")
    case .voice: conditions.append("voice_enabled = \(true)")
    }
    if filters.activeOnly { conditions.append("active = \(true)") }
    if !filters.tags.isEmpty {
      let tags = SQLStatement(filters.tags.map { "\($0)" }, separator: ", ")
      conditions.append(
        "recipient_id IN (SELECT recipient_id FROM recipient_tags WHERE tag IN (\(tags)))")
    }
    return SQLStatement(conditions, separator: " AND ")
  }
}
