import AlertStores
import Alerts
import EmbeddedBackend
import Foundation
import SQL
import ServiceRuntime
import ServiceTestSupport
import Testing

/// What holds on both databases.
@Suite(.runningPostgreSQL) struct StoreTests {
  let start = Date(timeIntervalSince1970: 1_764_158_400)

  /// An empty database with the application's tables.
  private func withTables(
    _ backing: TestDatabase, _ body: (any SQLDatabase) async throws -> Void
  ) async throws {
    try await backing.withRunning { database in
      _ = try await Schema.migrate(database)
      try await body(database)
    }
  }

  private func number(_ last: Int) throws -> PhoneNumber {
    try #require(PhoneNumber("+1415555\(String(10_000 + last).suffix(4))"))
  }

  private func draft(
    _ last: Int, tags: [String] = [], sms: Bool = true, voice: Bool = false, active: Bool = true
  ) throws -> RecipientDraft {
    RecipientDraft(
      name: "Person \(last)", phoneNumber: try number(last), smsEnabled: sms, voiceEnabled: voice,
      tags: tags, isActive: active)
  }

  @discardableResult private func add(
    _ draft: RecipientDraft, to store: RecipientStore, after seconds: Double = 0
  ) async throws -> Recipient {
    let outcome = try await store.create(draft, at: start + seconds, once: nil) { $0.id.text }
    guard case .created(let recipient) = outcome else { throw Unexpected() }
    return recipient
  }

  @discardableResult private func add(
    _ draft: AlertDraft, to store: AlertStore, after seconds: Double = 0
  ) async throws -> Alert {
    let outcome = try await store.create(draft, at: start + seconds, once: nil) { $0.id.text }
    guard case .created(let alert) = outcome else { throw Unexpected() }
    return alert
  }

  struct Unexpected: Error {}

  private let alertDraft = AlertDraft(title: "T", message: "M\nN", deliveryMethod: .sms)

  @Test(arguments: TestDatabase.allCases)
  func `migrations run once, and several migrators at a time do no harm`(
    backing: TestDatabase
  ) async throws {
    try await backing.withRunning { database in
      #expect(try await Schema.version(of: database) == 0)
      let applied = try await withThrowingTaskGroup(of: [String].self) { group in
        for _ in 0..<4 { group.addTask { try await Schema.migrate(database) } }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(applied.count == Schema.version)
      #expect(try await Schema.version(of: database) == Schema.version)
      #expect(try await Schema.migrate(database) == [])
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `a recipient comes back as it was created`(backing: TestDatabase) async throws {
    try await withTables(backing) { database in
      let store = RecipientStore(database)
      let draft = RecipientDraft(
        name: "é'🙂", phoneNumber: try number(1), smsEnabled: false, voiceEnabled: true,
        tags: ["news", "tech", "news"], isActive: false)
      let created = try await add(draft, to: store)
      #expect(created.draft.tags == ["news", "tech"])
      #expect(try await store.recipient(created.id) == created)
      let other = try #require(RecipientID("recip_none"))
      #expect(try await store.recipient(other) == nil)
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `a number belongs to one recipient`(backing: TestDatabase) async throws {
    try await withTables(backing) { database in
      let store = RecipientStore(database)
      try await add(draft(1), to: store)
      let second = try await add(draft(2), to: store)
      let refusal = ChangeRefusal.conflict(
        field: "phone_number", "another recipient has this number; change that one instead")
      await #expect(throws: refusal) { try await add(draft(1), to: store) }
      await #expect(throws: refusal) {
        try await store.replace(second.id, with: try draft(1), expecting: nil, at: start)
      }
      #expect(try await store.recipient(second.id) == second)
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `a change needs the version that was seen`(backing: TestDatabase) async throws {
    try await withTables(backing) { database in
      let store = RecipientStore(database)
      let created = try await add(draft(1, tags: ["old", "kept"]), to: store)
      let changed = try await store.replace(
        created.id, with: try draft(1, tags: ["kept", "new"]), expecting: 1, at: start + 5)
      #expect(changed.version == 2)
      #expect(changed.updatedAt == start + 5)
      #expect(try await store.recipient(created.id) == changed)
      await #expect(throws: ChangeRefusal.versionDiffers(current: 2)) {
        try await store.replace(created.id, with: try draft(1), expecting: 1, at: start)
      }
      #expect(try await store.list(.init(tag: "old"), after: nil, limit: 9).elements == [])
      #expect(try await store.list(.init(tag: "new"), after: nil, limit: 9).elements == [changed])
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `pages show everything once, newest first, whatever is added meanwhile`(
    backing: TestDatabase
  ) async throws {
    try await withTables(backing) { database in
      let store = RecipientStore(database)
      var ids: [RecipientID] = []
      for index in 0..<7 {
        ids.append(try await add(draft(index), to: store, after: Double(index)).id)
      }
      var seen: [RecipientID] = []
      var cursor: String?
      repeat {
        let page = try await store.list(.init(), after: cursor, limit: 3)
        seen += page.elements.map(\.id)
        cursor = page.next
        try await add(draft(100 + seen.count), to: store, after: 1000)
      } while cursor != nil
      #expect(seen == ids.reversed())
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `filters of a list hold together`(backing: TestDatabase) async throws {
    try await withTables(backing) { database in
      let store = RecipientStore(database)
      let first = try await add(draft(1, tags: ["a"]), to: store)
      let second = try await add(draft(2, tags: ["a", "b"], active: false), to: store, after: 1)
      func list(_ filter: RecipientListFilter) async throws -> [RecipientID] {
        try await store.list(filter, after: nil, limit: 9).elements.map(\.id)
      }
      #expect(try await list(.init(tag: "a")) == [second.id, first.id])
      #expect(try await list(.init(tag: "a", isActive: true)) == [first.id])
      #expect(try await list(.init(phoneNumber: try number(2))) == [second.id])
      #expect(try await list(.init(tag: "none")) == [])
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `an alert counts exactly those whom it reaches`(backing: TestDatabase) async throws {
    try await withTables(backing) { database in
      let recipients = RecipientStore(database)
      let alerts = AlertStore(database, cell: "cell")
      try await add(draft(1, tags: ["tech"]), to: recipients)
      try await add(draft(2, tags: ["news", "tech"], voice: true), to: recipients)
      try await add(draft(3, tags: ["news"], active: false), to: recipients)
      try await add(draft(4, sms: false, voice: true), to: recipients)
      try await add(draft(5, tags: ["tech"]), to: recipients)
      #expect(try await recipients.setOptedOut(true, number: try number(5), at: start))
      func estimate(_ method: Channel, _ filters: RecipientFilters) async throws -> Int {
        let draft = AlertDraft(title: "T", message: "M", deliveryMethod: method, filters: filters)
        return try await add(draft, to: alerts).estimatedRecipients
      }
      #expect(try await estimate(.sms, .init()) == 2)
      #expect(try await estimate(.voice, .init()) == 2)
      #expect(try await estimate(.sms, .init(activeOnly: false)) == 3)
      #expect(try await estimate(.sms, .init(tags: ["tech", "news"])) == 2)
      #expect(try await estimate(.sms, .init(tags: ["news"], activeOnly: false)) == 2)
      #expect(try await estimate(.sms, .init(tags: ["none"])) == 0)
      #expect(try await recipients.setOptedOut(false, number: try number(5), at: start))
      #expect(try await estimate(.sms, .init(tags: ["tech"])) == 3)
      #expect(try await !recipients.setOptedOut(true, number: try number(9), at: start))
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `every change of an alert leaves one event, and a refused one none`(
    backing: TestDatabase
  ) async throws {
    try await withTables(backing) { database in
      let store = AlertStore(database, cell: "cell")
      let outbox = Outbox(database, cell: "cell")
      let alert = try await add(alertDraft, to: store)
      #expect(try await store.alert(alert.id) == alert)
      var changed = alert.draft
      changed.priority = .high
      _ = try await store.replace(alert.id, with: changed, expecting: 1, at: start + 1)
      await #expect(throws: ChangeRefusal.versionDiffers(current: 2)) {
        try await store.cancel(alert.id, expecting: 1, at: start + 2)
      }
      #expect(try await store.cancel(alert.id, expecting: nil, at: start + 2).status == .cancelled)
      #expect(try await store.cancel(alert.id, expecting: nil, at: start + 3).version == 3)
      await #expect(
        throws: ChangeRefusal.conflict(
          field: nil, "the alert is cancelled; only a queued one can be changed")
      ) { try await store.replace(alert.id, with: changed, expecting: nil, at: start + 4) }
      let entries = try await outbox.claim(limit: 10, at: start + 10)
      let events = try entries.map { try #require(AlertEvent(message: $0.message)) }
      #expect(Set(events.map(\.change)) == [.created, .updated, .cancelled])
      #expect(events.allSatisfy { $0.alertID == alert.id && $0.homeCell == "cell" })
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `a request that comes again is answered the same, and does nothing`(
    backing: TestDatabase
  ) async throws {
    try await withTables(backing) { database in
      let store = AlertStore(database, cell: "cell")
      let request = IdempotentRequest(scope: "key", key: "hn-1", hash: "a")
      let other = IdempotentRequest(scope: "key", key: "hn-1", hash: "b")
      let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<4 {
          group.addTask { [alertDraft, start] in
            switch try await store.create(alertDraft, at: start, once: request, answer: \.id.text) {
            case .created(let alert): alert.id.text
            case .repeated(let answer): answer
            case .keyTaken: "taken"
            }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(Set(outcomes).count == 1)
      guard
        case .keyTaken = try await store.create(
          alertDraft, at: start, once: other, answer: \.id.text)
      else { throw Unexpected() }
      #expect(try await store.list(.init(), after: nil, limit: 9).elements.count == 1)
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `what fails after its key was taken leaves the key free`(backing: TestDatabase) async throws
  {
    try await withTables(backing) { database in
      let store = RecipientStore(database)
      try await add(draft(1), to: store)
      let request = IdempotentRequest(scope: "key", key: "1", hash: "a")
      await #expect(throws: ChangeRefusal.self) {
        try await store.create(try draft(1), at: start, once: request, answer: \.id.text)
      }
      guard
        case .created = try await store.create(
          try draft(2), at: start, once: request, answer: \.id.text)
      else { throw Unexpected() }
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `an event is claimed by one relay, high priority first, and again when the claim runs out`(
    backing: TestDatabase
  ) async throws {
    try await withTables(backing) { database in
      let store = AlertStore(database, cell: "cell")
      let outbox = Outbox(database, cell: "cell")
      for index in 0..<5 {
        var draft = alertDraft
        if index == 4 { draft.priority = .high }
        try await add(draft, to: store, after: Double(index))
      }
      #expect(try await Outbox(database, cell: "other").claim(limit: 9, at: start + 10).isEmpty)
      let first = try await outbox.claim(limit: 2, at: start + 10)
      #expect(first.contains { $0.priority == "high" })
      let rest = try await outbox.claim(limit: 9, at: start + 11)
      #expect(Set(first.map(\.id)).isDisjoint(with: rest.map(\.id)))
      #expect(first.count + rest.count == 5)
      #expect(try await outbox.claim(limit: 9, at: start + 12).isEmpty)
      try await outbox.markPublished(first.map(\.id), at: start + 12)
      try await outbox.release([rest[0].id], at: start + 12)
      #expect(try await outbox.claim(limit: 9, at: start + 12).map(\.id) == [rest[0].id])
      let later = start + 13 + Outbox.claimDuration
      #expect(try await outbox.claim(limit: 9, at: later).count == 3)
      #expect(try await outbox.waiting() == 3)
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `what is old is forgotten, and nothing else`(backing: TestDatabase) async throws {
    try await withTables(backing) { database in
      let store = AlertStore(database, cell: "cell")
      let outbox = Outbox(database, cell: "cell")
      let request = IdempotentRequest(scope: "key", key: "1", hash: "a")
      _ = try await store.create(alertDraft, at: start, once: request, answer: \.id.text)
      try await add(alertDraft, to: store)
      let published = try await outbox.claim(limit: 1, at: start)
      try await outbox.markPublished(published.map(\.id), at: start)
      try await outbox.removeOld(at: start + 31 * 86_400)
      #expect(try await outbox.waiting() == 1)
      guard
        case .created = try await store.create(
          alertDraft, at: start, once: request, answer: \.id.text)
      else { throw Unexpected() }
    }
  }
}
