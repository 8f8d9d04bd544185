import AlertStores
import Alerts
import Foundation
import SQL
import ServiceTestSupport
import Synchronization
import Testing
import Timestamps

/// A statement that a service sent, and what came of it.
struct RecordedStatement: Codable, Sendable, Hashable {
  /// As PostgreSQL gets it.
  let sql: String
  /// In PostgreSQL's text format.
  let values: [String?]
  /// How many rows it gave, or changed.
  let rows: Int

  /// Sends it again; as before the type of each value is what the statement makes of it.
  func replay(in session: any SQLSession) throws -> Int { try session.execute(statement) }

  private var statement: SQLStatement {
    var parts = SQLStatement.StringInterpolation(literalCapacity: 0, interpolationCount: 0)
    var rest = sql[...]
    for (index, value) in values.enumerated() {
      guard let place = rest.firstRange(of: "$\(index + 1)") else {
        preconditionFailure("\(sql) has no place for its value \(index + 1)")
      }
      parts.appendLiteral(String(rest[..<place.lowerBound]))
      parts.appendInterpolation(value)
      rest = rest[place.upperBound...]
    }
    parts.appendLiteral(String(rest))
    return SQLStatement(stringInterpolation: parts)
  }
}

extension RecordedStatement {
  /// Everything that stores send PostgreSQL in the course of their work, in this order.
  static func all() async throws -> [RecordedStatement] {
    try await TestDatabase.postgreSQL.withRunning { database in
      _ = try await Schema.migrate(database)
      let recording = RecordingDatabase(database)
      try await Schema.check(recording)
      try await useStores(on: recording)
      return recording.statements
    }
  }

  private static func useStores(on database: any SQLDatabase) async throws {
    let start = Date(timeIntervalSince1970: 1_764_158_400)
    let alerts = AlertStore(database, cell: "cell")
    let recipients = RecipientStore(database)
    let outbox = Outbox(database, cell: "cell")
    let number = try #require(PhoneNumber("+14155550123"))
    let request = IdempotentRequest(scope: "s", key: "k", hash: "h")
    let person = RecipientDraft(name: "N", phoneNumber: number, tags: ["a"])
    guard
      case .created(let recipient) = try await recipients.create(
        person, at: start, once: request, answer: \.id.text),
      case .created(let alert) = try await alerts.create(
        AlertDraft(
          title: "T", message: "M", deliveryMethod: .sms, filters: .init(tags: ["a"])),
        at: start, once: IdempotentRequest(scope: "t", key: "k", hash: "h"), answer: \.id.text)
    else {
      Issue.record("nothing was made")
      return
    }
    var changed = person
    changed.tags = ["b"]
    _ = try await recipients.replace(recipient.id, with: changed, expecting: 1, at: start)
    _ = try await recipients.recipient(recipient.id)
    _ = try await recipients.recipients([recipient.id])
    _ = try await recipients.list(.init(tag: "b", isActive: true), after: "x", limit: 3)
    _ = try await recipients.setOptedOut(true, number: number, at: start)
    _ = try await recipients.setOptedOut(false, number: number, at: start)
    _ = try await alerts.replace(alert.id, with: alert.draft, expecting: 1, at: start)
    _ = try await alerts.cancel(alert.id, expecting: nil, at: start)
    _ = try await alerts.list(.init(status: .queued), after: nil, limit: 3)
    _ = try await alerts.alert(alert.id)
    _ = try await alerts.twins(of: alert, since: start)
    _ = try await alerts.lastChange()
    let entries = try await outbox.claim(limit: 9, at: start)
    try await outbox.release(entries.map(\.id), at: start)
    try await outbox.markPublished(entries.map(\.id), at: start)
    _ = try await outbox.waiting()
    try await outbox.removeOld(at: start)
    try await work(in: database, at: start)
  }

  /// What the worker and the poller do, from an alert to its last batch, and what takes over a lost cell.
  private static func work(in database: any SQLDatabase, at start: Date) async throws {
    let outcome = try await AlertStore(database, cell: "cell").create(
      AlertDraft(title: "T", message: "M", deliveryMethod: .sms), at: start, once: nil,
      answer: \.id.text)
    guard case .created(let alert) = outcome else {
      Issue.record("no alert was made")
      return
    }
    let plans = DeliveryPlans(database, cell: "cell")
    let batches = DeliveryBatches(database, cell: "cell")
    #expect(try await plans.overdue(since: start + 1, limit: 3) == [alert.id])
    #expect(try await plans.addPage(of: alert.id, at: start) == .ended(batches: 1))
    _ = try await Rehoming(database).takeOver(from: "cell", to: "cell", at: start)
    let batch = try #require(try await batches.claim(at: start, until: start + 30))
    #expect(try await batches.extend(batch, until: start + 60))
    try await batches.postpone(batch, until: start, failed: true)
    try await batches.setAside(batch, at: start)
    #expect(try await batches.giveBack(batch.number, of: alert.id, at: start))
    _ = try await batches.open()
    _ = try await SenderPace(database).draw(1, of: "s", rate: 1, at: start, latest: start + 1)
    try await batches.end(batch, at: start)
    let leases = LeaseStore(database)
    guard
      case .acquired(let lease) = try await leases.acquire(
        "poller", by: "a", keptFor: "cell", for: 30, at: start)
    else {
      Issue.record("a free lease was not to be had")
      return
    }
    _ = try await leases.renew(lease, for: 30, at: start)
    try await leases.release(lease, keptFor: "cell", until: start)
    try await leases.release(lease, at: start)
  }
}

/// Passes on, and remembers what PostgreSQL would get.
private final class RecordingDatabase: SQLDatabase {
  private let base: any SQLDatabase
  private let recorded = Mutex<[RecordedStatement]>([])

  init(_ base: any SQLDatabase) { self.base = base }

  var statements: [RecordedStatement] { recorded.withLock { $0 } }
  var dialect: SQLDialect { base.dialect }
  func ping() async throws { try await base.ping() }

  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws -> Result
  ) async throws -> Result {
    try await base.read { try body(Session(base: $0, note: { [self] in note($0, $1) })) }
  }

  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws -> Result
  ) async throws -> Result {
    try await base.write { try body(Session(base: $0, note: { [self] in note($0, $1) })) }
  }

  private func note(_ statement: SQLStatement, _ rows: Int) {
    let (text, values) = statement.rendered(for: .postgreSQL)
    recorded.withLock {
      $0.append(RecordedStatement(sql: text, values: values.map(\.text), rows: rows))
    }
  }

  private struct Session: SQLSession {
    let base: any SQLSession
    let note: (SQLStatement, Int) -> Void

    var dialect: SQLDialect { base.dialect }

    func query<Element>(
      _ statement: SQLStatement, _ make: (any SQLRow) throws -> Element
    ) throws -> [Element] {
      let rows = try base.query(statement, make)
      note(statement, rows.count)
      return rows
    }

    func execute(_ statement: SQLStatement) throws -> Int {
      let changes = try base.execute(statement)
      note(statement, changes)
      return changes
    }

    func run(script: String) throws {
      Issue.record("a store runs a script: \(script)")
      try base.run(script: script)
    }
  }
}

extension SQLValue {
  fileprivate var text: String? {
    switch self {
    case .null: nil
    case .boolean(let value): value ? "t" : "f"
    case .integer(let value): String(value)
    case .text(let value): value
    case .moment(let value): Timestamp.text(of: value)
    }
  }
}
