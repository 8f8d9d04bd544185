import AlertStores
import Alerts
import CellContract
import Foundation
import ServiceRuntime
import ServiceTestSupport
import Testing
import TwilioSimulator

@testable import DeliveryWorker

/// How messages are settled.
@Suite struct QueueTests {
  @Test(arguments: ["", "hello", "{}", #"{"type":"deliveries.due"}"#, #"{"type":"alert.made"}"#])
  func `what nobody knows is put aside with the reason, and can be given back`(
    text: String
  ) async throws {
    try await Workshop.with { shop in
      try await shop.lane.fanOut.send(text)
      try await shop.work()
      var depth = try await shop.depth()
      #expect(depth == (0, 1))
      let queue = shop.lane.deadLetters.queue
      let letter = try #require(try await queue.receive(wait: .zero).first)
      #expect(letter.text == text)
      #expect(letter.reason == "it is none of the messages known here")
      try await queue.giveBack(letter)
      depth = try await shop.depth()
      #expect(depth == (1, 0))
    }
  }

  @Test func `an event comes as often as it likes`() async throws {
    try await Workshop.with { shop in
      try await shop.addRecipients(30)
      let id = try await shop.addAlert()
      let event = try #require(
        shop.backend.messages(on: .alertEvents).first { $0.contains(id.text) })
      for _ in 0..<3 { try await shop.lane.fanOut.send(event) }
      try await shop.work()
      #expect(shop.simulator.acceptedCount == 30)
      #expect(shop.simulator.repeated.isEmpty)
    }
  }

  @Test func `a message that ended a worker gets a new one before SQS puts it aside`() async throws
  {
    try await Workshop.with { shop in
      try await shop.addRecipients(1)
      try await shop.addAlert()
      // Two workers received it and were killed.
      for _ in 0..<2 {
        let received = try await shop.lane.work.receive(maximum: 1, wait: .zero)
        #expect(received.count == 1)
        shop.clock.moveOn(31)
      }
      let message = try #require(try await shop.lane.work.receive(maximum: 1, wait: .zero).first)
      #expect(message.receiveCount == 3)
      try await shop.lane.handle(message)
      shop.clock.moveOn(31)
      let next = try #require(try await shop.lane.work.receive(maximum: 1, wait: .zero).first)
      #expect(next.receiveCount == 1)
      #expect(WorkMessage(next.text)?.attempts == 1)
      try await shop.lane.handle(next)
      try await shop.work()
      #expect(shop.simulator.acceptedCount == 1)
      let depth = try await shop.depth()
      #expect(depth == (0, 0))
    }
  }

  @Test func `what fails again and again is put aside with the last reason`() async throws {
    try await Workshop.with { shop in
      let unknown = try #require(AlertID("alert_none"))
      let event = AlertEvent(
        id: EventID(at: shop.clock.now), change: .created, alertID: unknown, priority: .normal,
        homeCell: Workshop.cell, createdAt: shop.clock.now)
      try await shop.lane.fanOut.send(event.message)
      var rounds = 0
      while try await shop.depth().waiting > 0, rounds < 9 {
        try await shop.work()
        shop.clock.moveOn(61)
        rounds += 1
      }
      // Delays run out by themselves too while a machine is busy.
      #expect((1...4).contains(rounds))
      let letter = try #require(
        try await shop.lane.deadLetters.queue.receive(wait: .zero).first)
      #expect(letter.text == event.message)
      #expect(
        letter.reason == """
          4 attempts failed, the last one: there is no alert alert_none, or this copy of the database \
          lags behind
          """)
    }
  }

  @Test
  func
    `a batch that no worker comes to an end with is put aside, and is done when it is given back`()
    async throws
  {
    try await Workshop.with { shop in
      try await shop.addRecipients(1)
      let id = try await shop.addAlert()
      let event = try #require(try await shop.lane.work.receive(maximum: 1, wait: .zero).first)
      try await shop.lane.handle(event)
      for _ in 0..<4 {
        let now = shop.clock.now
        #expect(try await shop.services.batches.claim(at: now, until: now + 1) != nil)
        shop.clock.moveOn(2)
      }
      try await shop.look()
      #expect(shop.simulator.acceptedCount == 0)
      shop.clock.moveOn(86_400)
      try await shop.look()
      #expect(shop.simulator.acceptedCount == 0)
      let queue = shop.lane.deadLetters.queue
      let letter = try #require(try await queue.receive(wait: .zero).first)
      #expect(
        letter.reason == """
          4 workers began with batch 0 of \(id) and did not come to an end; the log says why
          """)
      try await queue.giveBack(letter)
      try await shop.work()
      #expect(shop.simulator.acceptedCount == 1)
      #expect(try await shop.alerts.alert(id)?.status == .completed)
    }
  }

  @Test func `what SQS put aside by itself is tried again, and counted`() async throws {
    try await Workshop.with { shop in
      try await shop.addRecipients(1)
      try await shop.addAlert()
      try await shop.lane.deadLetters.add("{}", because: "a person should look")
      // Four receipts that nobody settled: the last one moves it.
      for _ in 0..<4 {
        _ = try await shop.lane.work.receive(maximum: 1, wait: .zero)
        shop.clock.moveOn(31)
      }
      var depth = try await shop.depth()
      #expect(depth == (0, 2))
      try await shop.lane.deadLetters.takeUp(to: shop.lane.fanOut)
      depth = try await shop.depth()
      #expect(depth == (1, 1))
      let message = try #require(try await shop.lane.work.receive(maximum: 1, wait: .zero).first)
      #expect(WorkMessage(message.text)?.attempts == 1)
      try await shop.lane.handle(message)
      try await shop.work()
      #expect(shop.simulator.acceptedCount == 1)
      let letter = try #require(try await shop.lane.deadLetters.queue.receive(wait: .zero).first)
      #expect(letter.reason == "a person should look")
    }
  }

  @Test func `an alert is sent though every message of it is lost`() async throws {
    try await Workshop.with { shop in
      try await shop.addRecipients(30)
      let id = try await shop.addAlert()
      let event = try #require(try await shop.lane.work.receive(maximum: 1, wait: .zero).first)
      try await shop.lane.work.delete(event)
      try await shop.look()
      #expect(shop.simulator.acceptedCount == 0)
      shop.clock.moveOn(61)
      try await shop.look()
      #expect(shop.simulator.acceptedCount == 30)
      #expect(try await shop.alerts.alert(id)?.status == .completed)
    }
  }

  @Test func `told to end, a worker sends nothing more and leaves the rest to others`()
    async throws
  {
    try await Workshop.with { shop in
      try await shop.addRecipients(30)
      let id = try await shop.addAlert()
      let event = try #require(try await shop.lane.work.receive(maximum: 1, wait: .zero).first)
      try await shop.lane.handle(event)
      shop.services.stop.ask()
      _ = try await shop.lane.batchWork.next()
      #expect(shop.simulator.acceptedCount == 0)
      #expect(Set(try await shop.statuses(of: id)) == [.pending])
      // Given back at once, not when the claim is over.
      let now = shop.clock.now
      #expect(try await shop.services.batches.claim(at: now, until: now + 30) != nil)
    }
  }
}
