import CellContract
import CellPrimitives
import Foundation
import ServiceRuntime
import ServiceTestSupport
import Synchronization
import Testing

@testable import EmbeddedBackend

/// A clock that stands until it is moved.
private final class StandingClock: Sendable {
  private let moment = Mutex(Date(timeIntervalSince1970: 1_764_158_400))
  var now: Date { moment.withLock { $0 } }
  func move(_ seconds: TimeInterval) { moment.withLock { $0 += seconds } }
}

@Suite struct EmbeddedQueueTests {
  private func withQueue(
    _ body: (EmbeddedQueue, EmbeddedBackend, StandingClock) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let clock = StandingClock()
      let backend = try await EmbeddedBackend(folder: folder, apiURL: "", now: { clock.now })
      try await body(backend.queue(.alertProcessing), backend, clock)
    }
  }

  @Test func `a message is hidden while it is worked on, and comes again when it isn't ended`()
    async throws
  {
    try await withQueue { queue, _, clock in
      try await queue.send("a", delay: .zero)
      let first = try await queue.receive(maximum: 10, wait: .zero)
      #expect(first.map(\.text) == ["a"])
      #expect(first.first?.receiveCount == 1)
      #expect(try await queue.receive(maximum: 10, wait: .zero).isEmpty)
      clock.move(31)
      let second = try await queue.receive(maximum: 10, wait: .zero)
      #expect(second.first?.receiveCount == 2)
      #expect(second.first?.id == first.first?.id)
      // Whoever came too late ends nothing.
      try await queue.delete(try #require(first.first))
      clock.move(31)
      let third = try await queue.receive(maximum: 10, wait: .zero)
      try await queue.delete(try #require(third.first))
      clock.move(31)
      #expect(try await queue.receive(maximum: 10, wait: .zero).isEmpty)
    }
  }

  @Test func `a message that is received too often goes to the dead-letter queue`() async throws {
    try await withQueue { queue, _, clock in
      try await queue.send("a", delay: .zero)
      for _ in 0..<Queue.alertProcessing.maximumReceives {
        #expect(try await queue.receive(maximum: 1, wait: .zero).count == 1)
        clock.move(31)
      }
      #expect(try await queue.receive(maximum: 1, wait: .zero).isEmpty)
      #expect(try await queue.depth() == (waiting: 0, dead: 1))
    }
  }

  @Test func `a message appears after its delay, and can be hidden for longer or shown at once`()
    async throws
  {
    try await withQueue { queue, _, clock in
      try await queue.send("a", delay: .seconds(10))
      #expect(try await queue.receive(maximum: 1, wait: .zero).isEmpty)
      clock.move(10)
      let message = try #require(try await queue.receive(maximum: 1, wait: .zero).first)
      try await queue.hide(message, for: .seconds(100))
      clock.move(99)
      #expect(try await queue.receive(maximum: 1, wait: .zero).isEmpty)
      try await queue.hide(message, for: .zero)
      #expect(try await queue.receive(maximum: 1, wait: .zero).count == 1)
    }
  }

  @Test func `a receiver that waits gets what comes meanwhile`() async throws {
    try await withQueue { queue, _, _ in
      async let received = queue.receive(maximum: 1, wait: .seconds(20))
      try await queue.send("a", delay: .zero)
      #expect(try await received.map(\.text) == ["a"])
    }
  }

  @Test func `a topic copies to every queue that subscribes, and to no other`() async throws {
    try await withQueue { _, backend, _ in
      try await backend.publisher(to: .alertEvents).publish(TopicMessage("a"))
      try await backend.publisher(to: .deliveryStatus).publish(TopicMessage("b"))
      for queue in Queue.all {
        #expect(
          try await backend.queue(queue).receive(maximum: 10, wait: .zero).map(\.text) == ["a"])
      }
    }
  }

  @Test func `what nobody receives is forgotten after the retention`() async throws {
    try await withQueue { queue, _, clock in
      try await queue.send("a", delay: .zero)
      clock.move(TimeInterval(Queue.alertProcessing.retention.seconds) + 1)
      #expect(try await queue.receive(maximum: 1, wait: .zero).isEmpty)
      #expect(try await queue.depth() == (waiting: 0, dead: 0))
    }
  }

  @Test func `everything is there after the folder is opened again`() async throws {
    try await withTemporaryFolder { folder in
      let first = try await EmbeddedBackend(folder: folder, apiURL: "")
      try await first.sender(to: .alertProcessing).send("a", delay: .zero)
      try EmbeddedSecret(.twilio, in: folder).write("s")
      let key = ItemKey(partition: "p", sort: "s")
      _ = try await first.table(.deliveries).put(
        Item(key: key, attributes: ["a": .text("b")]), expecting: nil)
      let second = try await EmbeddedBackend(folder: folder, apiURL: "")
      let received = try await second.consumer(of: .alertProcessing)
        .receive(maximum: 1, wait: .zero)
      #expect(received.map(\.text) == ["a"])
      #expect(try await second.table(.deliveries).item(key)?.text("a") == "b")
      #expect(try await second.secret(.twilio).current().value == "s")
      let path = "\(folder)/secrets/twilio"
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test func `a secret without a value is named`() async throws {
    try await withTemporaryFolder { folder in
      let error = await #expect(throws: EmbeddedSecret.Missing.self) {
        try await EmbeddedSecret(.twilio, in: folder).current()
      }
      #expect(error?.description == "the secret twilio has no value")
    }
  }
}
