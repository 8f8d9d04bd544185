/// What a round did.
public struct RoundReport: Sendable, Hashable {
  /// Stories that people were told of.
  public var told = 0
  /// Stories that the first round took as known.
  public var baseline = 0
  /// Items that are no story, or no more.
  public var notTold = 0
  /// Items that Hacker News doesn't have yet.
  public var notYet = 0
  /// What went wrong; a story that this holds back comes again in the next round.
  public var problems: [Problem] = []

  /// Something that went wrong.
  public struct Problem: Sendable, Hashable {
    /// Whether the round failed for it; else it is one story's own.
    public let isFailure: Bool
    /// In words.
    public let text: String
  }

  /// A round that has done nothing yet.
  public init() {}

  /// Whether something failed that is more than one story's.
  public var hasFailed: Bool { problems.contains(where: \.isFailure) }

  mutating func note(_ text: String, isFailure: Bool = false) {
    problems.append(Problem(isFailure: isFailure, text: text))
  }
}

/// How a round ended.
public enum RoundOutcome: Sendable, Hashable {
  /// It did all that there was to do.
  case done(RoundReport)
  /// It could not; what it could is done.
  case failed(RoundReport)
  /// Another round is under way, or the turn is kept for another cell; it may be free after `free`.
  case taken(by: String, free: Duration)
  /// The service ends.
  case stopped(RoundReport)

  /// What was done.
  public var report: RoundReport {
    switch self {
    case .done(let report), .failed(let report), .stopped(let report): report
    case .taken: RoundReport()
    }
  }
}
