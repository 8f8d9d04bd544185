import Alerts
import JSONText
import SQL

extension Recipient {
  static let columns: SQLStatement = """
    recipient_id, name, phone_number, sms_enabled, voice_enabled, tags, active, opted_out_at,
    created_at, updated_at, version
    """

  init(row: any SQLRow) throws {
    guard let id = RecipientID(row.text(0)), let number = PhoneNumber(row.text(2)) else {
      throw SQLError(.wrongStatement, "recipients hold an ID or a number that can't be")
    }
    self.init(
      id: id,
      draft: RecipientDraft(
        name: row.text(1), phoneNumber: number, smsEnabled: try row.boolean(3),
        voiceEnabled: try row.boolean(4), tags: tags(row.text(5)),
        isActive: try row.boolean(6)),
      optedOutAt: try row.optionalMoment(7), createdAt: try row.moment(8),
      updatedAt: try row.moment(9), version: try row.integer(10))
  }
}

/// Tags as they stand in a column; tags have no line ends.
func tags(_ column: String) -> [String] {
  // Most have none.
  if column.isEmpty { return [] }
  return column.utf8.split(separator: UInt8(ascii: "\n")).map { String(Substring($0)) }
}

/// A column of tags.
func column(of tags: [String]) -> String { tags.joined(separator: "\n") }

extension SQLSession {
  func insert(_ recipient: Recipient) throws {
    let draft = recipient.draft
    try execute(
      """
      INSERT INTO recipients (\(Recipient.columns)) VALUES (
        \(recipient.id.text), \(draft.name), \(draft.phoneNumber.e164), \(draft.smsEnabled),
        \(draft.voiceEnabled), \(column(of: draft.tags)), \(draft.isActive),
        \(recipient.optedOutAt), \(recipient.createdAt), \(recipient.updatedAt),
        \(recipient.version))
      """)
    try insertTags(of: recipient)
  }

  func insertTags(of recipient: Recipient) throws {
    guard !recipient.draft.tags.isEmpty else { return }
    let rows = recipient.draft.tags.map { "(\($0), \(recipient.id.text))" as SQLStatement }
    try execute(
      """
      INSERT INTO recipient_tags (tag, recipient_id) VALUES \(SQLStatement(rows, separator: ", "))
      """)
  }

  func update(_ recipient: Recipient) throws {
    let draft = recipient.draft
    try execute(
      """
      UPDATE recipients SET name = \(draft.name), phone_number = \(draft.phoneNumber.e164),
        sms_enabled = \(draft.smsEnabled), voice_enabled = \(draft.voiceEnabled),
        tags = \(column(of: draft.tags)), active = \(draft.isActive),
        updated_at = \(recipient.updatedAt), version = \(recipient.version)
      WHERE recipient_id = \(recipient.id.text)
      """)
  }
}
