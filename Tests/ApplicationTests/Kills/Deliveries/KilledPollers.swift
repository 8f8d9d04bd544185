import Commands
import Foundation
import HackerNewsSimulator
import TestSupport

/// The pollers of a cell that is killed, and the stories that they must tell, a new one for each kill.
struct KilledPollers: Sendable {
  let cell: RunningCell
  let feed: HackerNewsSimulator
  let feedURL: String
  private(set) var stories: [Int64] = []

  /// What the poller reads of the top.
  private static let topCount = 30
  /// After so many a round may end: each story is in the top for three of them.
  private static let killsBetweenRounds = 10
  /// It was there before anybody polled.
  private static let known: Int64 = 1

  init(of cell: RunningCell, feed: HackerNewsSimulator, at feedURL: String) {
    self.cell = cell
    self.feed = feed
    self.feedURL = feedURL
    feed.setStory(Self.known, "known")
    feed.setTop([Self.known])
  }

  /// What people are sent of the stories, as it is stored.
  var texts: Set<String> {
    Set(stories.map { "New HackerNews Story\nStory \($0)\nhttps://example.com/\($0)" })
  }

  /// Lets a poller, which nobody kills, note what is there already.
  func setBaseline() async throws {
    try await cell.running(try command()) {
      try await wait(for: "the first round: 1 stories", in: $0)
    }
  }

  /// Adds a story, and kills two pollers while one of them tells it: after it has read the story, before,
  /// while or after the API has it, before or after it is remembered.
  mutating func kill() async throws {
    // What has left the top before a round came to its end is told by nobody, killed or not.
    if !stories.isEmpty, stories.count.isMultiple(of: Self.killsBetweenRounds) {
      try await cell.running(try command()) {
        try await wait(for: "a round; stories told: ", in: $0)
      }
    }
    let story = Self.known + Int64(stories.count) + 1
    feed.setStory(story, "Story \(story)")
    stories.append(story)
    feed.setTop(stories.reversed().prefix(Self.topCount))
    let pollers = [try start(), try start()]
    let deadline = ContinuousClock.now + .seconds(180)
    while !feed.requests.contains("/v0/item/\(story).json") {
      guard ContinuousClock.now < deadline else {
        throw DeliveryKillHarness.Failure(description: "nobody asked for story \(story)")
      }
      try await Task.sleep(for: .milliseconds(1))
    }
    try await Task.sleep(for: .milliseconds(Int.random(in: 0..<150)))
    for poller in pollers { await poller.kill() }
  }

  /// A poller that looks every second, and whose turn is free soon after it was killed.
  func start() throws -> KilledProcess { try KilledProcess(command()) }

  private func command() throws -> Command {
    try cell.besideAPI().with(["BIZCOMMS_HACKER_NEWS_URL": feedURL])
      .poller("--interval", "1", "--lease", "3")
  }
}
