import AlertStores
import Alerts
import Foundation
import SQL
import ServiceTestSupport
import Testing

/// How an alert becomes batches, and batches come to an end, on both databases.
@Suite(.runningPostgreSQL) struct DeliveryPlansTests {
  private static let cell = "cell-use1-01"
  let start = Date(timeIntervalSince1970: 1_764_158_400)

  private struct Stores: Sendable {
    let database: any SQLDatabase
    let alerts: AlertStore
    let recipients: RecipientStore
    let plans: DeliveryPlans
    let batches: DeliveryBatches
  }

  private func withStores(
    _ backing: TestDatabase, recipients: Int, _ body: (Stores) async throws -> Void
  ) async throws {
    try await backing.withRunning { database in
      _ = try await Schema.migrate(database)
      let stores = Stores(
        database: database, alerts: AlertStore(database, cell: Self.cell),
        recipients: RecipientStore(database), plans: DeliveryPlans(database, cell: Self.cell),
        batches: DeliveryBatches(database, cell: Self.cell))
      for index in 0..<recipients { try await addRecipient(index, to: stores) }
      try await body(stores)
    }
  }

  @discardableResult private func addRecipient(
    _ index: Int, to stores: Stores, after seconds: Double = 0, sms: Bool = true
  ) async throws -> RecipientID {
    let number = try #require(PhoneNumber("+1415\(String(1_000_000 + index))"))
    let draft = RecipientDraft(name: "Person", phoneNumber: number, smsEnabled: sms)
    let outcome = try await stores.recipients.create(
      draft, at: start + seconds, once: nil, answer: { $0.id.text })
    guard case .created(let recipient) = outcome else { throw Unexpected() }
    return recipient.id
  }

  private func addAlert(
    to stores: Stores, priority: AlertPriority = .normal
  ) async throws -> AlertID {
    let draft = AlertDraft(title: "T", message: "M", priority: priority, deliveryMethod: .sms)
    let outcome = try await stores.alerts.create(
      draft, at: start, once: nil, answer: { $0.id.text })
    guard case .created(let alert) = outcome else { throw Unexpected() }
    return alert.id
  }

  private struct Unexpected: Error {}

  private func allBatches(of stores: Stores) async throws -> [DeliveryBatch] {
    var all: [DeliveryBatch] = []
    while let batch = try await stores.batches.claim(at: start + 100, until: start + 130) {
      all.append(batch)
    }
    return all
  }

  @Test(arguments: TestDatabase.allCases)
  func `every recipient stands in one batch, page by page`(backing: TestDatabase) async throws {
    try await withStores(backing, recipients: 520) { stores in
      let id = try await addAlert(to: stores)
      #expect(try await stores.plans.addPage(of: id, at: start) == .added(batches: 20))
      var alert = try #require(try await stores.alerts.alert(id))
      #expect(alert.status == .sending)
      #expect(alert.totalRecipients == nil)
      // Who comes later is not told.
      try await addRecipient(900, to: stores, after: 10)
      #expect(try await stores.plans.addPage(of: id, at: start + 20) == .ended(batches: 1))
      #expect(try await stores.plans.addPage(of: id, at: start + 20) == .nothing)
      alert = try #require(try await stores.alerts.alert(id))
      #expect(alert.totalRecipients == 520)
      let batches = try await allBatches(of: stores)
      #expect(batches.map(\.number) == Array(0...20))
      #expect(batches.map(\.recipients.count) == Array(repeating: 25, count: 20) + [20])
      #expect(Set(batches.flatMap(\.recipients)).count == 520)
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `an alert is completed with its last batch, whoever ends it`(
    backing: TestDatabase
  ) async throws {
    try await withStores(backing, recipients: 60) { stores in
      let id = try await addAlert(to: stores)
      _ = try await stores.plans.addPage(of: id, at: start)
      let batches = try await allBatches(of: stores)
      #expect(batches.count == 3)
      #expect(try await stores.alerts.alert(id)?.status == .sending)
      let store = stores.batches
      let end = start + 5
      try await withThrowingTaskGroup(of: Void.self) { group in
        for batch in batches { group.addTask { try await store.end(batch, at: end) } }
        try await group.waitForAll()
      }
      #expect(try await stores.alerts.alert(id)?.status == .completed)
      #expect(try await stores.batches.open() == 0)
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `an alert for nobody is completed at once`(backing: TestDatabase) async throws {
    try await withStores(backing, recipients: 0) { stores in
      try await addRecipient(1, to: stores, sms: false)
      let id = try await addAlert(to: stores)
      #expect(try await stores.plans.addPage(of: id, at: start) == .ended(batches: 0))
      let alert = try #require(try await stores.alerts.alert(id))
      #expect(alert.status == .completed)
      #expect(alert.totalRecipients == 0)
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `high priority is claimed before what was there first`(backing: TestDatabase) async throws {
    try await withStores(backing, recipients: 30) { stores in
      let normal = try await addAlert(to: stores)
      _ = try await stores.plans.addPage(of: normal, at: start)
      let high = try await addAlert(to: stores, priority: .high)
      _ = try await stores.plans.addPage(of: high, at: start)
      let order = try await allBatches(of: stores).map(\.alertID)
      #expect(order == [high, high, normal, normal])
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `a batch belongs to one worker until its claim is over`(
    backing: TestDatabase
  ) async throws {
    try await withStores(backing, recipients: 1) { stores in
      let id = try await addAlert(to: stores)
      _ = try await stores.plans.addPage(of: id, at: start)
      let first = try #require(try await stores.batches.claim(at: start, until: start + 30))
      #expect(try await stores.batches.claim(at: start + 29, until: start + 60) == nil)
      let second = try #require(try await stores.batches.claim(at: start + 30, until: start + 60))
      #expect(second.attempts == 2)
      #expect(try await !stores.batches.extend(first, until: start + 90))
      #expect(try await stores.batches.extend(second, until: start + 90))
      // Given back in order it counts from the start.
      try await stores.batches.postpone(second, until: start + 40)
      let third = try #require(try await stores.batches.claim(at: start + 40, until: start + 70))
      #expect(third.attempts == 1)
      try await stores.batches.postpone(third, until: start + 50, failed: true)
      let fourth = try #require(try await stores.batches.claim(at: start + 50, until: start + 80))
      #expect(fourth.attempts == 2)
      try await stores.batches.setAside(fourth, at: start + 50)
      #expect(try await stores.batches.claim(at: start + 86_400, until: start + 86_430) == nil)
      #expect(try await stores.batches.giveBack(0, of: id, at: start + 86_400))
      #expect(try await stores.batches.claim(at: start + 86_400, until: start + 86_430) != nil)
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `an alert that was taken back is not divided further`(backing: TestDatabase) async throws {
    try await withStores(backing, recipients: 510) { stores in
      let id = try await addAlert(to: stores)
      _ = try await stores.plans.addPage(of: id, at: start)
      _ = try await stores.alerts.cancel(id, expecting: nil, at: start)
      #expect(try await stores.plans.addPage(of: id, at: start) == .nothing)
      for batch in try await allBatches(of: stores) {
        try await stores.batches.end(batch, at: start)
      }
      #expect(try await stores.alerts.alert(id)?.status == .cancelled)
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `an alert whose event is lost is found`(backing: TestDatabase) async throws {
    try await withStores(backing, recipients: 510) { stores in
      let normal = try await addAlert(to: stores)
      let high = try await addAlert(to: stores, priority: .high)
      #expect(try await stores.plans.overdue(since: start, limit: 9) == [])
      #expect(try await stores.plans.overdue(since: start + 1, limit: 9) == [high, normal])
      // Half planned is not planned.
      _ = try await stores.plans.addPage(of: normal, at: start)
      #expect(try await stores.plans.overdue(since: start + 1, limit: 9) == [high, normal])
      _ = try await stores.plans.addPage(of: normal, at: start)
      #expect(try await stores.plans.overdue(since: start + 1, limit: 9) == [high])
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `a sender's tokens are shared by all who send for it`(backing: TestDatabase) async throws {
    try await withStores(backing, recipients: 0) { stores in
      let pace = SenderPace(stores.database)
      let start = start
      let starts = try await withThrowingTaskGroup(of: Date.self) { group in
        for _ in 0..<4 {
          group.addTask {
            try await pace.draw(10, of: "s", rate: 10, at: start, latest: start + 9).start
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(starts.sorted() == [start, start + 1, start + 2, start + 3])
      // Too far ahead nothing is drawn.
      for _ in 0..<2 {
        let later = try await pace.draw(10, of: "s", rate: 10, at: start, latest: start + 2)
        #expect(later.start == start + 4)
        #expect(!later.isDrawn)
      }
      let other = try await pace.draw(1, of: "t", rate: 10, at: start, latest: start)
      #expect(other.isDrawn)
    }
  }

  @Test(arguments: TestDatabase.allCases)
  func `what a lost cell had to do is taken over, and asked about before it is sent`(
    backing: TestDatabase
  ) async throws {
    try await withStores(backing, recipients: 30) { stores in
      let begun = try await addAlert(to: stores)
      _ = try await stores.plans.addPage(of: begun, at: start)
      let waiting = try await addAlert(to: stores)
      // The lost cell had a batch in its hands.
      _ = try await stores.batches.claim(at: start, until: start + 30)
      let rehoming = Rehoming(stores.database)
      let taken = try await rehoming.takeOver(from: Self.cell, to: "cell-usw1-01", at: start + 1)
      #expect((taken.alerts, taken.events, taken.batches) == (2, 2, 2))
      let again = try await rehoming.takeOver(from: Self.cell, to: "cell-usw1-01", at: start + 1)
      #expect((again.alerts, again.events, again.batches) == (0, 0, 0))
      let batches = DeliveryBatches(stores.database, cell: "cell-usw1-01")
      let plans = DeliveryPlans(stores.database, cell: "cell-usw1-01")
      #expect(try await plans.addPage(of: waiting, at: start + 2) == .ended(batches: 2))
      var reconciled: [Bool] = []
      while let batch = try await batches.claim(at: start + 2, until: start + 32) {
        reconciled.append(batch.isReconciled)
      }
      #expect(reconciled == [true, true, true, true])
      #expect(try await stores.batches.claim(at: start + 99, until: start + 100) == nil)
      #expect(
        try await Outbox(stores.database, cell: "cell-usw1-01").claim(limit: 9, at: start + 2).count
          == 2)
    }
  }
}
