import Foundation
import JSONText
import Testing

@testable import HackerNewsSimulator

/// The feed of a machine that reaches no Hacker News.
@Suite struct SampleFeedTests {
  let start = Date(timeIntervalSince1970: 1_764_158_400)

  @Test func `there are always thirty stories, each to be had, and a new one at every step`() {
    let feed = SampleFeed(since: start, every: 60)
    let first = feed.top(at: start)
    #expect(first.count == 30)
    let second = feed.top(at: start + 60)
    #expect(second.count == 30)
    #expect(Array(second.dropFirst()) == Array(first.dropLast()))
    #expect(!first.contains(second[0]))
    let later = feed.top(at: start + 60 * 50)
    #expect(Set(later).count == 30)
    #expect(Set(later).isDisjoint(with: first))
    for id in first + second + later {
      let item = feed.item(id, at: start + 60 * 50)
      #expect(item["id"] == .integer(id))
      #expect(item["type"] == "story")
      #expect(item["title"]?.text?.isEmpty == false)
    }
    #expect(feed.item(second[0], at: start) == .null)
    #expect(feed.item(31, at: start) == .null)
    #expect(feed.item(.max, at: start) == .null)
  }

  @Test func `a later run gives later stories other numbers`() {
    let early = SampleFeed(since: start, every: 60).top(at: start + 600)
    let late = SampleFeed(since: start + 3_600, every: 60).top(at: start + 4_200)
    #expect(Set(early).intersection(late).allSatisfy { $0 <= 30 })
  }

  @Test func `titles are lines of different words`() {
    #expect(Set(SampleStories.titles).count == SampleStories.titles.count)
    #expect(SampleStories.titles.allSatisfy { !$0.isEmpty && !$0.contains("\n") })
  }
}
