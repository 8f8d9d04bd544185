import AlertStores
import CellContract
import Foundation
import HackerNewsSimulator
import Logging
import SQL
import ServiceLifecycle
import ServiceRuntime
import ServiceTestSupport
import Testing

@testable import StoryPoller

/// Several pollers, and rounds that are ended from outside.
@Suite struct TurnTests {
  private func lease(in room: Newsroom) async throws -> (holder: String, end: Date)? {
    let database = try room.backend.database(.alerts)
    return try await database.read { session in
      try session.first("SELECT holder, expires_at FROM leases WHERE lease_name = 'hacker-news'") {
        (holder: $0.text(0), end: try $0.moment(1))
      }
    }
  }

  @Test func `the cell that polls keeps its turn, and another one takes over when it is silent`()
    async throws
  {
    try await Newsroom.with { room in
      room.publish(1)
      let (east, west) = (try room.poller(), try room.poller(of: "cell-usw1-01"))
      _ = await east.round(within: .seconds(60))
      let taken = await west.round(within: .seconds(60))
      #expect(taken == .taken(by: Newsroom.cell, free: .seconds(360)))
      #expect(west.pause(after: taken, since: room.clock.now) == .seconds(300))
      #expect(
        west.pause(after: .taken(by: "", free: .seconds(9)), since: room.clock.now)
          == .seconds(11.5))
      room.clock.moveOn(300)
      room.publish(2, 1)
      // A pod that was replaced is the same cell.
      let replaced = await (try room.poller()).round(within: .seconds(60))
      #expect(replaced.report.told == 1)
      room.clock.moveOn(359)
      let late = await west.round(within: .seconds(60))
      #expect(late == .taken(by: Newsroom.cell, free: .seconds(1)))
      room.clock.moveOn(1)
      room.publish(3, 2)
      let took = await west.round(within: .seconds(60))
      #expect(took.report.told == 1)
      #expect(
        await east.round(within: .seconds(60)) == .taken(by: "cell-usw1-01", free: .seconds(360)))
      #expect(try await room.told() == ["Story 2", "Story 3"])
    }
  }

  @Test func `of many that begin at once one does the round`() async throws {
    try await Newsroom.with { room in
      room.publish(1)
      try await room.round()
      room.clock.moveOn(400)
      room.publish(2, 1)
      room.feed.setFaults(of: .top, .slow(.milliseconds(500)))
      let outcomes = try await withThrowingTaskGroup(of: RoundOutcome.self) { group in
        for number in 0..<4 {
          // Two of the same cell are two, as a function is that was started twice.
          let poller = try room.poller(of: "cell-\(number / 2)")
          group.addTask { await poller.round(within: .seconds(60)) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.filter { if case .done = $0 { true } else { false } }.count == 1)
      #expect(outcomes.filter { if case .taken = $0 { true } else { false } }.count == 3)
      #expect(room.network.keys == ["hn-2"])
    }
  }

  @Test func `a round that failed gives its turn to whoever comes`() async throws {
    try await Newsroom.with { room in
      room.feed.setTop([])
      let round = await (try room.poller()).round(within: .seconds(60))
      #expect(round == .failed(round.report))
      room.publish(1)
      let other = await (try room.poller(of: "cell-usw1-01")).round(within: .seconds(60))
      #expect(other.report.baseline == 1)
    }
  }

  @Test func `a round stops where its lease was lost, and tells nothing more`() async throws {
    try await Newsroom.with { room in
      room.publish(1)
      try await room.round()
      room.publish(2, 3, 1)
      let database = try room.backend.database(.alerts)
      let table = try room.backend.table(.stories)
      let thief = StealingTable(table) {
        // As if this poller had slept, and another one had taken its turn.
        try await database.write { session in
          _ = try session.execute(
            "UPDATE leases SET holder = 'thief', fence = fence + 1 WHERE lease_name = 'hacker-news'"
          )
        }
        try await Task.sleep(for: .seconds(600))
      }
      let start = ContinuousClock.now
      let round = try await room.round(table: thief) { $0.lease = 0.6 }
      #expect(start.duration(to: .now) < .seconds(300))
      #expect(round == .failed(round.report))
      #expect(round.report.problems.last?.text == "the lease was lost; the round stopped")
      #expect(room.network.keys.count == 1)
      #expect(try await lease(in: room)?.holder == "thief")
    }
  }

  @Test func `a lease is renewed while a round takes long`() async throws {
    try await Newsroom.with { room in
      room.publish(1)
      room.feed.setFaults(of: .top, .slow(.seconds(1)))
      let poller = try room.poller { $0.lease = 0.6 }
      async let outcome = poller.round(within: .seconds(60))
      while room.feed.requests.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
      room.clock.moveOn(0.5)
      let before = try await lease(in: room)?.end
      while try await lease(in: room)?.end == before {
        try await Task.sleep(for: .milliseconds(10))
      }
      room.clock.moveOn(0.5)
      let round = await outcome
      #expect(round == .done(round.report))
    }
  }

  @Test func `a round that takes too long stops, fails, and the next one goes on`() async throws {
    try await Newsroom.with { room in
      room.publish(1)
      try await room.round()
      room.publish(2, 1)
      room.feed.setFaults(of: .item(2), .slow(.seconds(60)))
      let round = await (try room.poller()).round(within: .milliseconds(300))
      #expect(round == .failed(round.report))
      #expect(round.report.problems.map(\.text) == ["the round took too long; it stopped"])
      try await room.round()
      #expect(try await room.told() == ["Story 2"])
    }
  }

  @Test func `a service that ends stops its round at once, and gives its turn back`() async throws {
    try await Newsroom.with { room in
      room.publish(1)
      try await room.round()
      room.publish(2, 1)
      room.feed.setFaults(of: .item(2), .slow(.seconds(600)))
      room.feed.forgetRequests()
      let poller = try room.poller()
      let group = ServiceGroup(services: [poller], logger: Logger(label: "test"))
      let began = room.clock.now
      let start = ContinuousClock.now
      try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask { try await group.run() }
        while room.feed.requests.count < 2 { try await Task.sleep(for: .milliseconds(10)) }
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
      }
      #expect(start.duration(to: .now) < .seconds(300))
      #expect(room.lines.all.contains("a round stopped, because the service ends"))
      #expect(!room.lines.all.contains("ERROR"))
      let end = try await lease(in: room)?.end
      #expect(end == began)
    }
  }
}

/// A table at whose first write something happens.
private final class StealingTable: ItemTable {
  private let base: any ItemTable
  private let happening: @Sendable () async throws -> Void

  init(_ base: any ItemTable, _ happening: @escaping @Sendable () async throws -> Void) {
    self.base = base
    self.happening = happening
  }

  func item(_ key: ItemKey) async throws -> Item? { try await base.item(key) }
  func remove(_ key: ItemKey, expecting version: Int64) async throws -> Bool {
    try await base.remove(key, expecting: version)
  }
  func items(in partition: String, after: String?, limit: Int) async throws -> [Item] {
    try await base.items(in: partition, after: after, limit: limit)
  }
  func put(_ item: Item, expecting expected: Int64?) async throws -> Bool {
    try await happening()
    return try await base.put(item, expecting: expected)
  }
}
