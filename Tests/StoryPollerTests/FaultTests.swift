import EmbeddedBackend
import Foundation
import HackerNewsSimulator
import JSONText
import ServiceRuntime
import ServiceTestSupport
import Synchronization
import Testing

@testable import StoryPoller

/// Hacker News and the API when they are not well.
@Suite struct FaultTests {
  private func withBaseline(
    _ body: @escaping @Sendable (Newsroom) async throws -> Void
  ) async throws {
    try await Newsroom.with { room in
      room.publish(1, 2)
      try await room.round()
      try await body(room)
    }
  }

  @Test
  func `where Hacker News is down a round fails after pauses that grow, and the next one works`()
    async throws
  {
    try await withBaseline { room in
      room.publish(3, 1)
      room.feed.setLastingFault(of: .top, .status(503))
      room.feed.forgetRequests()
      let round = try await room.round()
      #expect(round == .failed(round.report))
      #expect(
        round.report.problems.map(\.text)
          == ["Hacker News is unavailable: it answers 503"])
      #expect(room.feed.requests.count == 4)
      #expect(room.clock.pauses == [.milliseconds(250), .milliseconds(500), .seconds(1)])
      #expect(room.lines.all.contains("\"PollFailures\":1"))
      room.feed.setLastingFault(of: .top, nil)
      try await room.round()
      #expect(try await room.told() == ["Story 3"])
    }
  }

  @Test func `a pause is as long as Hacker News asks, and one that asks for long is left alone`()
    async throws
  {
    try await withBaseline { room in
      room.publish(3, 1)
      room.feed.setFaults(of: .top, .status(429, retryAfter: "7"))
      try await room.round()
      #expect(room.clock.pauses == [.seconds(7)])
      #expect(try await room.told() == ["Story 3"])
      room.feed.setFaults(of: .top, .status(429, retryAfter: "3600"))
      room.feed.forgetRequests()
      let round = try await room.round()
      #expect(round == .failed(round.report))
      #expect(room.feed.requests.count == 1)
    }
  }

  @Test(arguments: [
    "<html>", "{}", "null", "7", "[]", "[-1, 0, \"x\", 1.5]", "[[3]]", "",
    String(repeating: "[", count: 50_000),
  ])
  func `a top list that makes no sense is no list, and nothing is told`(body: String) async throws {
    try await Newsroom.with { room in
      room.publish(1, 2)
      room.feed.setLastingFault(of: .top, .body(body))
      let first = try await room.round()
      #expect(first == .failed(first.report))
      room.feed.setLastingFault(of: .top, nil)
      // No baseline was set: this is the first round.
      #expect(try await room.round().report.baseline == 2)
    }
  }

  @Test func `numbers that stand twice or can't be any are passed over`() async throws {
    try await withBaseline { room in
      room.feed.setStory(3, "Story 3")
      room.feed.setTop([3, -4, 3, "x", nil, 1, 3, 2, 1.5.json])
      let round = try await room.round()
      #expect(round == .done(round.report))
      #expect(try await room.told() == ["Story 3"])
    }
  }

  @Test(arguments: [
    "<html>", "[]", "7", "{}", #"{"id":4,"type":"story","title":"T"}"#, #"{"id":3,"title":"T"}"#,
    #"{"id":3,"type":"story"}"#, #"{"id":3,"type":"story","title":7}"#,
    #"{"id":3,"type":"story","title":"\u0000 \n"}"#, #"{"id":"3","type":"story","title":"T"}"#,
  ])
  func `a story that makes no sense holds up no other, and is asked for again`(
    body: String
  ) async throws {
    try await withBaseline { room in
      room.publish(3, 4, 1)
      room.feed.setLastingFault(of: .item(3), .body(body))
      let round = try await room.round()
      #expect(round == .done(round.report))
      #expect(round.report.problems.count == 1)
      #expect(try await room.told() == ["Story 4"])
      room.feed.setLastingFault(of: .item(3), nil)
      try await room.round()
      #expect(try await room.told() == ["Story 4", "Story 3"])
    }
  }

  @Test func `an answer of ten megabytes is not read, and a slow one not waited for`() async throws
  {
    try await withBaseline { room in
      room.publish(3, 4, 5, 1)
      room.feed.setLastingFault(of: .item(3), .length(10_000_000))
      room.feed.setLastingFault(of: .item(4), .slow(.seconds(600)))
      let start = ContinuousClock.now
      let round = try await room.round { $0.requestLimit = .seconds(3) }
      #expect(start.duration(to: .now) < .seconds(300))
      #expect(round == .failed(round.report))
      let problems = round.report.problems.map(\.text).sorted()
      #expect(problems.count == 2)
      #expect(problems.first?.contains("more than 524288 bytes") == true)
      #expect(problems.last?.contains("no answer within 3.0 seconds") == true)
      #expect(try await room.told() == ["Story 5"])
    }
  }

  @Test func `where everything fails a round tries again so often, and no more`() async throws {
    try await withBaseline { room in
      let ids = (3...32).map(Int64.init)
      for id in ids { room.feed.setLastingFault(of: .item(id), .status(500)) }
      room.feed.setTop(ids)
      room.feed.forgetRequests()
      let round = try await room.round { $0.stories = 30 }
      #expect(round == .failed(round.report))
      #expect(round.report.problems.count == 30)
      // The list, thirty stories, and what the round may try again.
      #expect(room.feed.requests.count == 1 + 30 + 16)
    }
  }

  @Test func `a key that was changed is read again, once`() async throws {
    try await withBaseline { room in
      room.publish(3, 1)
      let count = Mutex(0)
      room.network.answerPosts { _ throws(WebFailure) in
        count.withLock { count in
          count += 1
          return count == 1 ? WebResponse(status: 401) : nil
        }
      }
      try await room.round()
      #expect(try await room.told() == ["Story 3"])
      #expect(room.network.keys.count == 2)
      room.publish(4, 5, 1)
      room.network.answerPosts { _ throws(WebFailure) in WebResponse(status: 401) }
      let refused = try await room.round()
      #expect(refused == .failed(refused.report))
      #expect(
        refused.report.problems.map(\.text)
          == ["the API is unavailable: it refuses the key (401)"])
      // The second story was not even tried.
      #expect(room.network.keys.count == 4)
    }
  }

  @Test func `an API that is busy or down is asked again, and stories wait for it`() async throws {
    try await withBaseline { room in
      room.publish(3, 1)
      let answers = Mutex([
        WebResponse(status: 503), WebResponse(status: 429, headers: [("Retry-After", "3")]),
      ])
      room.network.answerPosts { _ throws(WebFailure) in
        answers.withLock { $0.isEmpty ? nil : $0.removeFirst() }
      }
      try await room.round()
      #expect(room.clock.pauses == [.milliseconds(250), .seconds(3)])
      #expect(try await room.told() == ["Story 3"])
      room.publish(4, 5, 1)
      room.network.answerPosts { _ throws(WebFailure) in throw WebFailure("no connection") }
      let down = try await room.round()
      #expect(down == .failed(down.report))
      room.network.answerPosts(nil)
      try await room.round()
      #expect(try await room.told().sorted() == ["Story 3", "Story 4", "Story 5"])
    }
  }

  @Test func `a story whose answer was lost is told once`() async throws {
    try await withBaseline { room in
      room.publish(3, 1)
      room.network.loseAnswers(true)
      let lost = try await room.round()
      #expect(lost == .failed(lost.report))
      room.network.loseAnswers(false)
      // Its title is another one now: the API knows the key all the same.
      room.feed.setStory(3, "Story 3 (2026)")
      let round = try await room.round()
      #expect(round == .done(round.report))
      #expect(try await room.told() == ["Story 3"])
      let count = room.network.keys.count
      try await room.round()
      #expect(room.network.keys.count == count)
    }
  }

  @Test func `a story that the API refuses holds up no other`() async throws {
    try await withBaseline { room in
      room.publish(3, 4, 1)
      room.network.answerPosts { request throws(WebFailure) in
        request.headers.contains { $0.value == "hn-3" }
          ? WebResponse(status: 400, body: Array(#"{"error":{"message":"why"}}"#.utf8)) : nil
      }
      let round = try await room.round()
      #expect(round == .done(round.report))
      #expect(
        round.report.problems.map(\.text)
          == ["story 3 was refused by the API: it answers 400: why"])
      #expect(try await room.told() == ["Story 4"])
    }
  }
}

extension Double {
  var json: JSONValue { .number(self) }
}
