import Foundation

/// When anything changed last, for however many ask this process: the database is asked twice a second at
/// most, and not at all while nobody asks.
actor ChangeWatch {
  /// The age at which an answer is no longer given again.
  private let freshness: Duration
  private let ask: @Sendable () async throws -> Date?
  private var latest: (asked: ContinuousClock.Instant, answer: Task<Date?, any Error>)?

  init(
    freshness: Duration = .milliseconds(500),
    asking ask: @escaping @Sendable () async throws -> Date?
  ) {
    self.freshness = freshness
    self.ask = ask
  }

  /// The moment of the last change, nil where there was none; as `ask` says, and with its errors. Whoever
  /// is cancelled still waits for what is under way, because others do.
  func lastChange() async throws -> Date? {
    if let latest, latest.asked.duration(to: .now) < freshness {
      return try await latest.answer.value
    }
    let answer = Task { [ask] in try await ask() }
    latest = (.now, answer)
    return try await answer.value
  }
}
