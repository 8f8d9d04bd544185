public import Alerts
public import Foundation
import JSONText
public import SQL

/// Recipients in the application's database.
public struct RecipientStore: Sendable {
  private let database: any SQLDatabase

  /// Recipients of a database.
  public init(_ database: any SQLDatabase) { self.database = database }

  /// Adds a recipient.
  ///
  /// Throws ``ChangeRefusal/conflict(field:_:)`` where another one has the number.
  public func create(
    _ draft: RecipientDraft, at now: Date, once request: IdempotentRequest?,
    answer: @escaping @Sendable (Recipient) -> String
  ) async throws -> CreationOutcome<Recipient> {
    let recipient = Recipient(
      id: RecipientID(at: now), draft: draft, createdAt: now, updatedAt: now, version: 1)
    return try await refusingTakenNumbers {
      try await database.write { session in
        try session.once(request, at: now, answer: answer) {
          try session.insert(recipient)
          return recipient
        }
      }
    }
  }

  /// A recipient by ID.
  public func recipient(_ id: RecipientID) async throws -> Recipient? {
    try await database.read { session in
      try session.first(
        "SELECT \(Recipient.columns) FROM recipients WHERE recipient_id = \(id.text)",
        Recipient.init(row:))
    }
  }

  /// Recipients by their IDs, in no certain order; those that don't exist are left out.
  public func recipients(_ ids: [RecipientID]) async throws -> [Recipient] {
    guard !ids.isEmpty else { return [] }
    let list = SQLStatement(ids.map { "\($0.text)" }, separator: ", ")
    return try await database.read { session in
      try session.query(
        "SELECT \(Recipient.columns) FROM recipients WHERE recipient_id IN (\(list))",
        Recipient.init(row:))
    }
  }

  /// Recipients that match, newest first.
  public func list(_ filter: RecipientListFilter, after: String?, limit: Int) async throws
    -> Page<Recipient>
  {
    var conditions = filter.conditions
    if let after { conditions.append("recipient_id < \(after)") }
    let found: SQLStatement = """
      SELECT \(Recipient.columns) FROM recipients \(.matching(conditions))
      ORDER BY recipient_id DESC LIMIT \(limit + 1)
      """
    return try await database.read { session in
      Page(try session.query(found, Recipient.init(row:)), limit: limit) { $0.id.text }
    }
  }

  /// Replaces what the caller decides; `expected` is the version that the caller saw.
  public func replace(
    _ id: RecipientID, with draft: RecipientDraft, expecting expected: Int64?, at now: Date
  ) async throws -> Recipient {
    try await refusingTakenNumbers {
      try await database.write { session in
        let found = try session.first(
          """
          SELECT \(Recipient.columns) FROM recipients
          WHERE recipient_id = \(id.text)\(session.dialect.lockingRows)
          """, Recipient.init(row:))
        guard var recipient = found else { throw ChangeRefusal.notFound }
        if let expected, expected != recipient.version {
          throw ChangeRefusal.versionDiffers(current: recipient.version)
        }
        let oldTags = recipient.draft.tags
        recipient.draft = draft
        recipient.updatedAt = now
        recipient.version += 1
        try session.update(recipient)
        if oldTags != draft.tags {
          try session.execute("DELETE FROM recipient_tags WHERE recipient_id = \(id.text)")
          try session.insertTags(of: recipient)
        }
        return recipient
      }
    }
  }

  /// Notes that the owner of a number wants no more alerts, or wants them again; false where nobody has
  /// the number.
  public func setOptedOut(_ isOptedOut: Bool, number: PhoneNumber, at now: Date) async throws
    -> Bool
  {
    try await database.write { session in
      try session.execute(
        """
        UPDATE recipients
        SET opted_out_at = \(isOptedOut ? now : nil), updated_at = \(now), version = version + 1
        WHERE phone_number = \(number.e164)
        AND \(isOptedOut ? "opted_out_at IS NULL" : "opted_out_at IS NOT NULL" as SQLStatement)
        """)
      return try session.first(
        "SELECT 1 FROM recipients WHERE phone_number = \(number.e164)", { _ in () }) != nil
    }
  }

  private func refusingTakenNumbers<Success>(
    _ body: () async throws -> Success
  ) async throws -> Success {
    do {
      return try await body()
    } catch let error as SQLError {
      guard case .notUnique(let constraint) = error.kind, constraint.contains("phone_number") else {
        throw error
      }
      throw ChangeRefusal.conflict(
        field: "phone_number", "another recipient has this number; change that one instead")
    }
  }
}

/// Which recipients are listed.
public struct RecipientListFilter: Sendable, Hashable {
  /// Who has this tag.
  public var tag: String?
  /// Who is active, or isn't.
  public var isActive: Bool?
  /// Who has this number.
  public var phoneNumber: PhoneNumber?

  /// A filter; nil asks for nothing.
  public init(tag: String? = nil, isActive: Bool? = nil, phoneNumber: PhoneNumber? = nil) {
    self.tag = tag
    self.isActive = isActive
    self.phoneNumber = phoneNumber
  }

  fileprivate var conditions: [SQLStatement] {
    var conditions: [SQLStatement] = []
    if let tag {
      conditions.append(
        "recipient_id IN (SELECT recipient_id FROM recipient_tags WHERE tag = \(tag))")
    }
    if let isActive { conditions.append("active = \(isActive)") }
    if let phoneNumber { conditions.append("phone_number = \(phoneNumber.e164)") }
    return conditions
  }
}

extension SQLStatement {
  /// `WHERE` of all conditions; nothing where there are none.
  static func matching(_ conditions: [SQLStatement]) -> SQLStatement {
    conditions.isEmpty ? "" : "WHERE \(SQLStatement(conditions, separator: " AND "))"
  }
}
