import Foundation

/// When anything changed last, for however many ask: the database is asked twice a second at most, and
/// not at all while nobody asks.
actor ChangeWatch {
  private let ask: @Sendable () async throws -> Date?
  private var latest: (asked: ContinuousClock.Instant, answer: Task<Date?, any Error>)?

  /// The age at which an answer is no longer given again.
  static let freshness = Duration.milliseconds(500)

  init(asking ask: @escaping @Sendable () async throws -> Date?) { self.ask = ask }

  /// The moment of the last change, nil where there was none; as `ask` says, and with its errors.
  func lastChange() async throws -> Date? {
    if let latest, latest.asked.duration(to: .now) < Self.freshness {
      return try await latest.answer.value
    }
    let answer = Task { [ask] in try await ask() }
    latest = (.now, answer)
    return try await answer.value
  }
}
