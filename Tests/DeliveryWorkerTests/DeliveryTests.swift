import AlertStores
import Alerts
import CellContract
import EmbeddedBackend
import Foundation
import ServiceRuntime
import ServiceTestSupport
import Testing
import Twilio
import TwilioSimulator

@testable import DeliveryWorker

/// From an alert's event to every recipient.
@Suite struct DeliveryTests {
  @Test(arguments: Channel.allCases)
  func `an alert reaches every recipient once, and is completed`(channel: Channel) async throws {
    try await Workshop.with { shop in
      let recipients = try await shop.addRecipients(60)
      let id = try await shop.addAlert(channel)
      // The event, and a message for each of three batches.
      #expect(try await shop.work() == 4)
      #expect(shop.simulator.acceptedCount == 60)
      #expect(shop.simulator.repeated.isEmpty)
      #expect(
        Set(shop.simulator.accepted.map(\.to)) == Set(recipients.map(\.draft.phoneNumber)))
      #expect(shop.simulator.accepted.allSatisfy { $0.channel == channel })
      #expect(try await shop.statuses(of: id) == Array(repeating: .sent, count: 60))
      let alert = try #require(try await shop.alerts.alert(id))
      #expect(alert.status == .completed)
      #expect(alert.totalRecipients == 60)
      for recipient in recipients {
        // A topic keeps no order.
        #expect(shop.transitions(of: recipient).sorted() == ["claimed", "sent"])
      }
      let depth = try await shop.depth()
      #expect(depth == (0, 0))
    }
  }

  @Test func `what is sent is the title and the message`() async throws {
    try await Workshop.with { shop in
      try await shop.addRecipients(1)
      try await shop.addAlert(title: "A & B", message: "<c>\nd")
      try await shop.work()
      #expect(shop.simulator.accepted.map(\.text) == ["A & B\n<c>\nd"])
    }
  }

  @Test func `what Twilio refuses has failed with its number, and the others go out`() async throws
  {
    try await Workshop.with { shop in
      let recipients = try await shop.addRecipients([
        "+15005550001", "+14152000001", "+15005550009", "+15005550004",
      ])
      let id = try await shop.addAlert()
      try await shop.work()
      var codes: [String: Int?] = [:]
      for delivery in try await shop.deliveries.overview(of: id, after: nil, limit: 9).page.elements
      {
        codes[delivery.phoneNumber.e164] = delivery.errorCode
      }
      #expect(
        codes == [
          "+15005550001": 21211, "+14152000001": nil, "+15005550009": 21614,
          "+15005550004": 21610,
        ])
      let counts = try await shop.deliveries.counts(of: id)
      #expect(counts.sent == 1)
      #expect(counts.failed == 3)
      #expect(try await shop.alerts.alert(id)?.status == .completed)
      // Who has opted out at Twilio alone is known here from now on.
      let optedOut = try #require(
        recipients.first { $0.draft.phoneNumber.e164 == "+15005550004" })
      #expect(try await shop.services.recipients.recipient(optedOut.id)?.optedOutAt != nil)
    }
  }

  @Test func `who wants nothing any more is left out`() async throws {
    try await Workshop.with { shop in
      let recipients = try await shop.addRecipients(3)
      let id = try await shop.addAlert()
      let event = try #require(try await shop.lane.work.receive(maximum: 1, wait: .zero).first)
      try await shop.lane.handle(event)
      // Planned, and not sent yet: one opts out, one wants calls alone.
      _ = try await shop.services.recipients.setOptedOut(
        true, number: recipients[0].draft.phoneNumber, at: shop.clock.now)
      var draft = recipients[1].draft
      draft.smsEnabled = false
      _ = try await shop.services.recipients.replace(
        recipients[1].id, with: draft, expecting: nil, at: shop.clock.now)
      try await shop.work()
      #expect(shop.simulator.accepted.map(\.to) == [recipients[2].draft.phoneNumber])
      #expect(try await shop.statuses(of: id) == [.cancelled, .cancelled, .sent])
      #expect(try await shop.alerts.alert(id)?.status == .completed)
    }
  }

  @Test func `of an alert that is taken back nothing more is sent`() async throws {
    try await Workshop.with { shop in
      try await shop.addRecipients(60)
      let id = try await shop.addAlert()
      // The event, and one batch.
      for _ in 0..<2 {
        let message = try #require(try await shop.lane.work.receive(maximum: 1, wait: .zero).first)
        try await shop.lane.handle(message)
      }
      _ = try await shop.alerts.cancel(id, expecting: nil, at: shop.clock.now)
      try await shop.work()
      #expect(shop.simulator.acceptedCount == 25)
      #expect(try await shop.services.batches.open() == 0)
      #expect(try await shop.alerts.alert(id)?.status == .cancelled)
    }
  }

  @Test func `a sender keeps to its pace`() async throws {
    try await Workshop.with(rates: .init(messages: 100)) { shop in
      try await shop.addRecipients(50)
      try await shop.addAlert()
      try await shop.work()
      let sent = shop.simulator.accepted.map(\.at)
      let span = try #require(sent.max()).timeIntervalSince(try #require(sent.min()))
      #expect(sent.count == 50)
      #expect(span > 0.45)
    }
  }

  @Test func `a token that was changed is read again`() async throws {
    try await Workshop.with { shop in
      let secret = try shop.backend.secret(.twilio)
      let right = try await secret.current().value
      let wrong = right.replacing("token\"", with: "stale\"").replacing("\"token", with: "\"stale")
      let file = EmbeddedSecret(.twilio, in: shop.backend.embedded.folder)
      try file.write(wrong)
      #expect(try await secret.current(refresh: true).value == wrong)
      try await shop.addRecipients(1)
      let id = try await shop.addAlert()
      try file.write(right)
      try await shop.work()
      #expect(try await shop.statuses(of: id) == [.sent])
    }
  }

  @Test func `words that are too long for a text message end with an ellipsis`() {
    let long = AlertDraft(
      title: String(repeating: "t", count: 200), message: String(repeating: "🙂", count: 1600),
      deliveryMethod: .sms)
    #expect(long.words.utf16.count <= 1600)
    #expect(long.words.utf16.count >= 1598)
    #expect(long.words.hasSuffix("🙂…"))
    let short = AlertDraft(title: "T", message: "M", deliveryMethod: .voice)
    #expect(short.words == "T. M")
  }
}
