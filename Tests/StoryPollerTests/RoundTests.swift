import AlertStores
import Alerts
import CellContract
import EmbeddedBackend
import Foundation
import HackerNewsSimulator
import JSONText
import ServiceRuntime
import ServiceTestSupport
import Testing

@testable import StoryPoller

/// Rounds against the alert API itself.
@Suite struct RoundTests {
  @Test func `the first round tells nobody, and later ones tell what is new, once`() async throws {
    try await Newsroom.with { room in
      room.publish(1, 2, 3, 4, 5)
      let first = try await room.round()
      #expect(first.report.baseline == 5)
      #expect(try await room.told() == [])
      room.publish(6, 1, 2, 7, 3)
      let second = try await room.round()
      #expect(second == .done(second.report))
      #expect(second.report.told == 2)
      #expect(Set(room.network.keys) == ["hn-6", "hn-7"])
      try await room.round()
      #expect(Set(try await room.told()) == ["Story 6", "Story 7"])
      let alert = try #require(try await room.alerts().first)
      #expect(alert.draft.title == "New HackerNews Story")
      #expect(alert.draft.priority == .high)
      #expect(alert.draft.deliveryMethod == .sms)
      #expect(alert.draft.filters == RecipientFilters(tags: ["tech", "news"], activeOnly: true))
      #expect(
        alert.draft.message.hasSuffix(
          "\nhttps://example.com/\(alert.draft.message.contains("6") ? 6 : 7)"))
      #expect(room.lines.all.contains("\"StoriesPosted\":2"))
      #expect(room.lines.all.contains("\"PollDuration\""))
      #expect(!room.lines.all.contains("PollFailures"))
    }
  }

  @Test func `only the first stories of the list count`() async throws {
    try await Newsroom.with { room in
      room.publish(1, 2, 3, 4, 5, 90)
      try await room.round()
      room.publish(6, 1, 2, 3, 4, 5, 91)
      try await room.round()
      #expect(try await room.told() == ["Story 6"])
    }
  }

  @Test func `a first round that is killed at any write tells nobody, and neither does the next`()
    async throws
  {
    for write in 0..<7 {
      for isDone in [false, true] {
        try await Newsroom.with { room in
          room.publish(1, 2, 3, 4, 5)
          let table = TrappedTable(
            try room.backend.table(.stories), at: write, isDone: isDone)
          let killed = try await room.round(table: table)
          #expect((write < 6) == killed.report.hasFailed)
          room.publish(1, 2, 3, 4, 5)
          try await room.round()
          #expect(try await room.told() == [])
          room.publish(9, 1, 2, 3, 4)
          try await room.round()
          #expect(try await room.told() == ["Story 9"])
        }
      }
    }
  }

  @Test func `a round that is killed at any write is made up for: everything is told, once`()
    async throws
  {
    for write in 0..<3 {
      for isDone in [false, true] {
        try await Newsroom.with { room in
          room.publish(1, 2, 3, 4, 5)
          try await room.round()
          room.publish(6, 7, 8, 1, 2)
          let table = TrappedTable(try room.backend.table(.stories), at: write, isDone: isDone)
          let killed = try await room.round(table: table)
          #expect(killed.report.hasFailed)
          #expect(killed.report.told == write)
          try await room.round()
          #expect(try await room.told().sorted() == ["Story 6", "Story 7", "Story 8"])
          // The one that was told and not remembered was told again, under its key.
          #expect(room.network.keys.count == (isDone ? 3 : 4))
        }
      }
    }
  }

  @Test func `a story that leaves the list and comes back is not told again`() async throws {
    try await Newsroom.with { room in
      room.publish(1, 2)
      try await room.round()
      room.publish(3, 1)
      try await room.round()
      room.publish(4, 1)
      try await room.round()
      room.publish(3, 2)
      try await room.round()
      #expect(try await room.told() == ["Story 3", "Story 4"])
    }
  }

  @Test func `a baseline is kept for as long as somebody polls`() async throws {
    try await Newsroom.with { room in
      room.publish(1, 2)
      try await room.round()
      let key = ItemKey(partition: "baseline hacker-news")
      let table = try room.backend.table(.stories)
      #expect(try await table.item(key)?.version == 1)
      try await room.round()
      #expect(try await table.item(key)?.version == 1)
      room.clock.moveOn(86_400)
      try await room.round()
      #expect(try await table.item(key)?.version == 2)
    }
  }

  @Test(
    arguments: [
      ["dead": true], ["deleted": true], ["type": "poll"], ["type": "comment"], ["type": "pollopt"],
    ] as [JSONObject])
  func `what is nothing to tell is asked for once`(members: JSONObject) async throws {
    try await Newsroom.with { room in
      room.publish(1)
      try await room.round()
      room.feed.setStory(2, "Story 2", members)
      room.feed.setTop([2, 1])
      #expect(try await room.round().report.notTold == 1)
      room.feed.forgetRequests()
      try await room.round()
      #expect(room.feed.requests == ["/v0/topstories.json"])
      #expect(try await room.told() == [])
    }
  }

  @Test func `a job is told, and what isn't there yet is asked for again`() async throws {
    try await Newsroom.with { room in
      room.publish(1)
      try await room.round()
      room.feed.setStory(2, "Hiring", ["type": "job", "url": nil])
      room.feed.setTop([2, 3, 1])
      let round = try await room.round()
      #expect(round == .done(round.report))
      #expect(round.report.notYet == 1)
      room.publish(3)
      try await room.round()
      #expect(try await room.told() == ["Hiring", "Story 3"])
      let messages = try await room.alerts().map(\.draft.message)
      #expect(messages.first == "Hiring\nhttps://news.ycombinator.com/item?id=2")
    }
  }

  @Test func `at most eight requests are under way at once`() async throws {
    try await Newsroom.with { room in
      let ids = (1...20).map(Int64.init)
      room.publish(99)
      try await room.round { $0.stories = 30 }
      for id in ids {
        room.feed.setStory(id, "Story \(id)")
        room.feed.setFaults(of: .item(id), .slow(.milliseconds(20)))
      }
      room.feed.setTop(ids)
      room.feed.forgetRequests()
      try await room.round { $0.stories = 30 }
      #expect(try await room.told().count == 20)
      #expect((2...8).contains(room.feed.mostAtOnce))
    }
  }
}
