import Foundation

/// The work of one round, by whoever has the lease.
struct Round: Sendable {
  let hackerNews: HackerNews
  let alerts: AlertSender
  let seen: SeenStories
  let settings: PollerSettings
  let effects: PollerEffects
  /// Whether the round may go on: asked before anything is told.
  let mayGoOn: @Sendable () -> Bool

  /// Looks at the top stories, and tells of those that are new.
  ///
  /// Killed at any moment it tells nobody too much: before the baseline is complete nothing is told, and a
  /// story that was told and not remembered is told again under the same key, which the API knows.
  func run() async -> RoundReport {
    var report = RoundReport()
    do {
      let top = try await hackerNews.topStories()
      if try await seen.hasBaseline(at: effects.now()) {
        try await tellNew(of: top, &report)
      } else {
        try await setBaseline(top, &report)
      }
    } catch {
      // Who was cancelled fails at whatever it is doing, and has nothing to tell of that.
      if !Task.isCancelled { report.note("\(error)", isFailure: true) }
    }
    return report
  }

  private func setBaseline(_ top: [Int64], _ report: inout RoundReport) async throws {
    let now = effects.now()
    try await forEach(top, atOnce: settings.parallel) { [seen] id in
      try await seen.remember(id, because: .baseline, at: now)
    } receive: { _ in
      report.baseline += 1
      return mayGoOn()
    }
    // Only now: a round that was killed before begins anew, with what is there then.
    guard report.baseline == top.count, mayGoOn() else { return }
    try await seen.setBaseline(at: now)
  }

  private func tellNew(of top: [Int64], _ report: inout RoundReport) async throws {
    var new: Set<Int64> = []
    try await forEach(top, atOnce: settings.parallel) { [seen] id in
      (id: id, isSeen: try await seen.isSeen(id))
    } receive: { story in
      if !story.isSeen { new.insert(story.id) }
      return true
    }
    // While one is told, the next ones are fetched; a slow one holds up nobody.
    try await forEach(top.filter(new.contains), atOnce: settings.parallel) {
      [hackerNews] id -> (id: Int64, item: Result<FeedItem, FeedFailure>) in
      do throws(FeedFailure) {
        return (id, .success(try await hackerNews.item(id)))
      } catch {
        return (id, .failure(error))
      }
    } receive: { fetched in
      guard mayGoOn() else { return false }
      switch fetched.item {
      case .success(.story(let story)): return try await tell(story, &report)
      case .success(.notTold):
        try await seen.remember(fetched.id, because: .notTold, at: effects.now())
        report.notTold += 1
      case .success(.notYet): report.notYet += 1
      case .failure(.nonsense(let why)): report.note("story \(fetched.id): \(why)")
      case .failure(.unavailable(let why)):
        report.note("story \(fetched.id) is unavailable: \(why)", isFailure: true)
      }
      return true
    }
  }

  /// Whether another one may be told.
  private func tell(_ story: Story, _ report: inout RoundReport) async throws -> Bool {
    switch await alerts.tell(story) {
    case .told(let alert):
      try await seen.remember(story.id, because: .told, alert: alert, at: effects.now())
      report.told += 1
    case .toldInOtherWords:
      try await seen.remember(story.id, because: .told, at: effects.now())
    case .refused(let why):
      report.note("story \(story.id) was refused by the API: \(why)")
    case .unavailable(let why):
      report.note("the API is unavailable: \(why)", isFailure: true)
      return false
    }
    return true
  }
}
