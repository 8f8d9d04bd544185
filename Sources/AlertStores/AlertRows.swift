import Alerts
import SQL

extension Alert {
  static let columns: SQLStatement = """
    alert_id, title, message, priority, delivery_method, filter_tags, filter_active_only, status,
    estimated_recipients, total_recipients, home_cell, created_at, updated_at, version
    """

  init(row: any SQLRow) throws {
    guard let id = AlertID(row.text(0)), let priority = AlertPriority(rawValue: row.text(3)),
      let method = Channel(rawValue: row.text(4)), let status = AlertStatus(rawValue: row.text(7))
    else { throw SQLError(.wrongStatement, "alerts hold a value that can't be: \(row.text(0))") }
    self.init(
      id: id,
      draft: AlertDraft(
        title: row.text(1), message: row.text(2), priority: priority, deliveryMethod: method,
        filters: RecipientFilters(
          tags: tags(row.text(5)), activeOnly: try row.boolean(6))),
      status: status, estimatedRecipients: Int(try row.integer(8)),
      totalRecipients: row.isNull(9) ? nil : Int(try row.integer(9)), homeCell: row.text(10),
      createdAt: try row.moment(11), updatedAt: try row.moment(12), version: try row.integer(13))
  }
}

extension SQLSession {
  func insert(_ alert: Alert) throws {
    let draft = alert.draft
    try execute(
      """
      INSERT INTO alerts (\(Alert.columns)) VALUES (
        \(alert.id.text), \(draft.title), \(draft.message), \(draft.priority.rawValue),
        \(draft.deliveryMethod.rawValue), \(column(of: draft.filters.tags)),
        \(draft.filters.activeOnly), \(alert.status.rawValue), \(alert.estimatedRecipients),
        \(alert.totalRecipients), \(alert.homeCell), \(alert.createdAt), \(alert.updatedAt),
        \(alert.version))
      """)
  }

  func update(_ alert: Alert) throws {
    let draft = alert.draft
    try execute(
      """
      UPDATE alerts SET title = \(draft.title), message = \(draft.message),
        priority = \(draft.priority.rawValue), delivery_method = \(draft.deliveryMethod.rawValue),
        filter_tags = \(column(of: draft.filters.tags)),
        filter_active_only = \(draft.filters.activeOnly), status = \(alert.status.rawValue),
        estimated_recipients = \(alert.estimatedRecipients),
        total_recipients = \(alert.totalRecipients), updated_at = \(alert.updatedAt),
        version = \(alert.version)
      WHERE alert_id = \(alert.id.text)
      """)
  }

  /// The alert, kept as it is until the transaction ends.
  func locked(_ id: AlertID) throws -> Alert? {
    try first(
      """
      SELECT \(Alert.columns) FROM alerts WHERE alert_id = \(id.text)\(dialect.lockingRows)
      """, Alert.init(row:))
  }

  /// Puts an event where the relay finds it.
  func record(_ change: AlertEvent.Change, of alert: Alert) throws {
    let event = AlertEvent(
      id: EventID(at: alert.updatedAt), change: change, alertID: alert.id,
      priority: alert.draft.priority, homeCell: alert.homeCell, createdAt: alert.updatedAt)
    try execute(
      """
      INSERT INTO outbox (
        event_id, message, change, priority, home_cell, created_at, claimed_until
      ) VALUES (
        \(event.id.text), \(event.message), \(change.rawValue), \(event.priority.rawValue),
        \(event.homeCell), \(event.createdAt), \(event.createdAt))
      """)
  }
}
