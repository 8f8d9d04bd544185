import AlertStores
import Alerts
import EmbeddedBackend
import Foundation
import SQL
import ServiceTestSupport
import Synchronization
import Testing

/// What sessions of a standby cell send must be what Aurora forwards to the cluster that writes.
///
/// Source: Amazon Aurora User Guide, "Limitations and considerations of write forwarding in Aurora
/// PostgreSQL", 2026-11: no DDL, SAVEPOINT, COPY, cursor, LISTEN, NOTIFY, LOCK, SET CONSTRAINTS,
/// TRUNCATE, sequences or two-phase commit.
@Suite struct WriteForwardingTests {
  @Test func `no statement of a store is one that can't be forwarded`() async throws {
    let statements = try await recordedStatements()
    #expect(statements.count > 50)
    let refused = [
      "create ", "alter ", "drop ", "savepoint", "copy ", "declare ", "fetch ", "listen", "notify",
      "lock table", "set constraints", "truncate", "nextval", "setval", "prepare transaction",
      "advisory",
    ]
    for statement in statements {
      let text = statement.lowercased()
      for word in refused {
        #expect(!text.contains(word), "\(statement)")
      }
    }
  }

  /// Everything that stores send in the course of their work.
  private func recordedStatements() async throws -> [String] {
    try await withTemporaryFolder { folder in
      let file = try SQLiteDatabase(path: "\(folder)/test.sqlite")
      _ = try await Schema.migrate(file)
      let database = RecordingDatabase(file)
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
      else { return [] }
      var changed = person
      changed.tags = ["b"]
      _ = try await recipients.replace(recipient.id, with: changed, expecting: 1, at: start)
      _ = try await recipients.list(.init(tag: "b", isActive: true), after: "x", limit: 3)
      _ = try await recipients.setOptedOut(true, number: number, at: start)
      _ = try await recipients.setOptedOut(false, number: number, at: start)
      _ = try await alerts.replace(alert.id, with: alert.draft, expecting: 1, at: start)
      _ = try await alerts.cancel(alert.id, expecting: nil, at: start)
      _ = try await alerts.list(.init(status: .queued), after: nil, limit: 3)
      _ = try await alerts.alert(alert.id)
      _ = try await alerts.lastChange()
      let entries = try await outbox.claim(limit: 9, at: start)
      try await outbox.release(entries.map(\.id), at: start)
      try await outbox.markPublished(entries.map(\.id), at: start)
      _ = try await outbox.waiting()
      try await outbox.removeOld(at: start)
      try await work(in: database, at: start)
      try file.close()
      return database.statements
    }
  }

  /// What the worker and the poller do, from an alert to its last batch, and what takes over a lost cell.
  private func work(in database: any SQLDatabase, at start: Date) async throws {
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
  private let recorded = Mutex<[String]>([])

  init(_ base: any SQLDatabase) { self.base = base }

  var statements: [String] { recorded.withLock { $0 } }
  var dialect: SQLDialect { base.dialect }
  func ping() async throws { try await base.ping() }

  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws -> Result
  ) async throws -> Result {
    try await base.read { try body(Session(base: $0, note: { [self] in note($0) })) }
  }

  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws -> Result
  ) async throws -> Result {
    try await base.write { try body(Session(base: $0, note: { [self] in note($0) })) }
  }

  private func note(_ statement: String) { recorded.withLock { $0.append(statement) } }

  private struct Session: SQLSession {
    let base: any SQLSession
    let note: (String) -> Void

    var dialect: SQLDialect { base.dialect }

    func query<Element>(
      _ statement: SQLStatement, _ make: (any SQLRow) throws -> Element
    ) throws -> [Element] {
      note(statement.rendered(for: .postgreSQL).text)
      return try base.query(statement, make)
    }

    func execute(_ statement: SQLStatement) throws -> Int {
      note(statement.rendered(for: .postgreSQL).text)
      return try base.execute(statement)
    }

    func run(script: String) throws {
      note(script)
      try base.run(script: script)
    }
  }
}
