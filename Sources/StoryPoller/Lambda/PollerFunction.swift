public import Foundation
public import JSONText
public import ServiceRuntime

/// The poller as a function: an invocation is a round.
public struct PollerFunction: Sendable {
  private let poller: StoryPoller
  private let metrics: MetricRecorder
  private let now: @Sendable () -> Date

  /// What a round leaves of the function's time, for metrics and the answer.
  static let reserve: TimeInterval = 5

  /// A function that does rounds of `poller`.
  public init(
    _ poller: StoryPoller, metrics: MetricRecorder, now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.poller = poller
    self.metrics = metrics
    self.now = now
  }

  /// Does a round, and writes its metrics before the answer: after it the program stands still, perhaps
  /// for ever.
  ///
  /// A round that failed is a failed invocation, which an alarm tells of. That somebody else has the turn
  /// is none.
  public func handle(
    _ invocation: LambdaRuntime.Invocation
  ) async -> Result<JSONValue, LambdaRuntime.Failure> {
    let left = invocation.deadline.timeIntervalSince(now()) - Self.reserve
    let limit = min(poller.settings.roundLimit, .seconds(max(left, 0)))
    let outcome = await poller.round(within: limit)
    metrics.flush()
    switch outcome {
    case .done(let report):
      return .success([
        "outcome": "done", "told": .integer(Int64(report.told)),
        "baseline": .integer(Int64(report.baseline)),
      ])
    case .taken(let holder, _): return .success(["outcome": "taken", "by": .string(holder)])
    case .stopped:
      return .failure(.init(type: "Poller.Stopped", message: "the function ends"))
    case .failed(let report):
      let problems = report.problems.filter(\.isFailure).map(\.text)
      return .failure(
        .init(type: "Poller.RoundFailed", message: problems.joined(separator: "; ")))
    }
  }
}
