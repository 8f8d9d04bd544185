import AlertStores
import Alerts
import CellContract
import Foundation
import ServiceRuntime
import ServiceTestSupport
import Testing
import TwilioSimulator

@testable import DeliveryWorker

/// What may or may not have been sent is settled, and never sent blindly again.
@Suite struct AmbiguityTests {
  /// Past every lease and every wait.
  private static let later: TimeInterval = 100

  // What Twilio's list tells of a message is that it was delivered by then.
  @Test(arguments: SimulatorFault.allCases)
  func `a send with a fault ends in one message`(fault: SimulatorFault) async throws {
    try await Workshop.with(
      limits: WorkerLimits(lease: 30, sendLimit: 4, attempts: 4),
      { $0.hang = .seconds(6) }
    ) { shop in
      let recipients = try await shop.addRecipients(3)
      let id = try await shop.addAlert()
      shop.simulator.arrange(fault, fault, nil)
      try await shop.work()
      let afterFirst = try await shop.statuses(of: id).filter { $0 == .sent }
      #expect(afterFirst.count == 1)
      // Before the lease is over nothing is tried again but what was certainly not sent.
      if fault != .tooManyRequests {
        let before = shop.simulator.acceptedCount
        shop.clock.moveOn(5)
        try await shop.look()
        #expect(shop.simulator.acceptedCount == before)
      }
      shop.clock.moveOn(Self.later)
      try await shop.look()
      #expect(shop.simulator.acceptedCount == 3)
      #expect(shop.simulator.repeated.isEmpty)
      #expect(try await shop.statusesAtLeastSent(of: id) == 3)
      #expect(try await shop.alerts.alert(id)?.status == .completed)
      let sids = Set(shop.simulator.accepted.map(\.sid))
      let recorded = try await shop.deliveries.overview(of: id, after: nil, limit: 9).page.elements
      #expect(Set(recorded.compactMap(\.twilioSID)) == sids)
      let ways = recipients.map { shop.transitions(of: $0).joined(separator: " ") }
      let known = Set(ways)
      let expected: Set<String> =
        switch fault {
        case .tooManyRequests: ["claimed sent", "claimed pending claimed sent"]
        case .failAfterTaking, .hangAfterTaking, .resetAfterTaking:
          ["claimed sent", "claimed unknown delivered"]
        case .closeBeforeReading, .failBeforeTaking:
          ["claimed sent", "claimed unknown claimed sent"]
        }
      #expect(known == expected)
    }
  }

  /// A delivery that a worker claimed before it was killed.
  private func claimed(_ shop: Workshop, _ alert: AlertID, _ recipient: Recipient) async throws {
    let delivery = Delivery(
      key: .init(alertID: alert, recipientID: recipient.id, channel: .sms),
      phoneNumber: recipient.draft.phoneNumber, status: .claimed, homeCell: Workshop.cell,
      claimedUntil: shop.clock.now + 30, updatedAt: shop.clock.now)
    #expect(try await shop.deliveries.add(delivery) != nil)
  }

  @Test func `a claim of a worker that was killed before it sent is sent when its lease is over`()
    async throws
  {
    try await Workshop.with { shop in
      let recipients = try await shop.addRecipients(2)
      let id = try await shop.addAlert()
      try await claimed(shop, id, recipients[0])
      try await shop.work()
      #expect(try await shop.statuses(of: id) == [.claimed, .sent])
      shop.clock.moveOn(Self.later)
      try await shop.look()
      #expect(try await shop.statuses(of: id) == [.sent, .sent])
      #expect(shop.simulator.acceptedCount == 2)
      #expect(shop.transitions(of: recipients[0]) == ["unknown", "claimed", "sent"])
    }
  }

  @Test func `a claim of a worker that was killed after it sent is found at Twilio`() async throws {
    try await Workshop.with { shop in
      let recipients = try await shop.addRecipients(1)
      let id = try await shop.addAlert()
      try await claimed(shop, id, recipients[0])
      let sid = try await shop.sendPastWorker(to: recipients[0])
      try await shop.work()
      shop.clock.moveOn(Self.later)
      try await shop.look()
      #expect(shop.simulator.acceptedCount == 1)
      let delivery = try #require(
        try await shop.deliveries.overview(of: id, after: nil, limit: 1).page.elements.first)
      #expect(delivery.twilioSID == sid)
      #expect([DeliveryStatus.sent, .delivered].contains(delivery.status))
    }
  }

  @Test(arguments: Channel.allCases)
  func `the message of another alert in the same words is not taken for this one's`(
    channel: Channel
  ) async throws {
    try await Workshop.with { shop in
      try await shop.addRecipients(1)
      let first = try await shop.addAlert(channel)
      try await shop.work()
      let second = try await shop.addAlert(channel)
      shop.simulator.arrange(.failBeforeTaking)
      try await shop.work()
      #expect(try await shop.statuses(of: second) == [.unknown])
      shop.clock.moveOn(Self.later)
      try await shop.look()
      #expect(try await shop.statuses(of: first) == [.sent])
      #expect(try await shop.statuses(of: second) == [.sent])
      #expect(shop.simulator.acceptedCount == 2)
    }
  }

  @Test func `two alerts in the same words, both unknown, are two messages`() async throws {
    try await Workshop.with { shop in
      try await shop.addRecipients(1)
      shop.simulator.arrange(.failAfterTaking, .failBeforeTaking)
      let first = try await shop.addAlert()
      let second = try await shop.addAlert()
      try await shop.work()
      shop.clock.moveOn(Self.later)
      try await shop.look()
      #expect(try await shop.statusesAtLeastSent(of: first) == 1)
      #expect(try await shop.statusesAtLeastSent(of: second) == 1)
      #expect(shop.simulator.acceptedCount == 2)
    }
  }

  @Test func `a callback that comes before the worker records is not undone`() async throws {
    try await Workshop.with { shop in
      let recipients = try await shop.addRecipients(1)
      let id = try await shop.addAlert()
      try await claimed(shop, id, recipients[0])
      let key = Delivery.Key(alertID: id, recipientID: recipients[0].id, channel: .sms)
      let stored = try #require(try await shop.deliveries.stored(key))
      _ = try await shop.deliveries.advance(key) { $0.status = .delivered }
      let batch = DeliveryBatch(
        alertID: id, number: 0, recipients: [], attempts: 1, isReconciled: false)
      let alert = try #require(try await shop.alerts.alert(id))
      let courier = Courier(
        alert: alert, batch: batch, services: shop.services,
        sender: recipients[0].draft.phoneNumber,
        watch: CancellationWatch(alert, in: shop.alerts),
        transitions: Transitions(to: shop.services.status))
      try await courier.record(stored) { $0.status = .sent }
      #expect(try await shop.statuses(of: id) == [.delivered])
    }
  }

  @Test func `an unknown delivery of an alert that was taken back is asked about, and not sent`()
    async throws
  {
    try await Workshop.with { shop in
      try await shop.addRecipients(2)
      let id = try await shop.addAlert()
      shop.simulator.arrange(.failBeforeTaking, .failAfterTaking)
      try await shop.work()
      _ = try await shop.alerts.cancel(id, expecting: nil, at: shop.clock.now)
      shop.clock.moveOn(Self.later)
      try await shop.look()
      #expect(Set(try await shop.statuses(of: id)) == [.cancelled, .delivered])
      #expect(shop.simulator.acceptedCount == 1)
      #expect(try await shop.services.batches.open() == 0)
    }
  }

  @Test func `of what a lost cell had begun only that is sent which Twilio has not got`()
    async throws
  {
    try await Workshop.with { shop in
      let recipients = try await shop.addRecipients(4)
      let id = try await shop.addAlert()
      let event = try #require(try await shop.lane.work.receive(maximum: 1, wait: .zero).first)
      try await shop.lane.handle(event)
      // The lost cell sent two, and the claim of neither has come here.
      for recipient in recipients.prefix(2) {
        _ = try await shop.sendPastWorker(to: recipient)
      }
      let rehoming = Rehoming(try shop.backend.database(.alerts))
      _ = try await rehoming.takeOver(from: Workshop.cell, to: "lost", at: shop.clock.now)
      _ = try await rehoming.takeOver(from: "lost", to: Workshop.cell, at: shop.clock.now)
      try await shop.look()
      #expect(shop.simulator.acceptedCount == 4)
      #expect(shop.simulator.repeated.isEmpty)
      #expect(try await shop.statusesAtLeastSent(of: id) == 4)
      #expect(try await shop.alerts.alert(id)?.status == .completed)
    }
  }

  @Test func `what was recorded and not published is published by the next worker`() async throws {
    try await Workshop.with { shop in
      let recipients = try await shop.addRecipients(1)
      let id = try await shop.addAlert()
      let event = try #require(try await shop.lane.work.receive(maximum: 1, wait: .zero).first)
      try await shop.lane.handle(event)
      // A worker recorded the delivery, and was killed before it published that and ended the batch.
      _ = try await shop.services.batches.claim(at: shop.clock.now, until: shop.clock.now + 30)
      try await claimed(shop, id, recipients[0])
      let key = Delivery.Key(alertID: id, recipientID: recipients[0].id, channel: .sms)
      _ = try await shop.deliveries.advance(key) { $0.status = .sent }
      shop.clock.moveOn(Self.later)
      try await shop.look()
      #expect(shop.transitions(of: recipients[0]) == ["sent"])
      #expect(shop.simulator.acceptedCount == 0)
    }
  }
}
