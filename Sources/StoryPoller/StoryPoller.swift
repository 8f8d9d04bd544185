import AlertStores
public import CellContract
import Foundation
public import Logging
public import ServiceLifecycle
public import ServiceRuntime

/// Tells people of what is new among the top stories of Hacker News: one poller at a time, however many
/// cells run one.
public struct StoryPoller: Service {
  let cell: String
  let leases: LeaseStore
  let stories: SeenStories
  let api: String
  let key: any SecretReader
  let settings: PollerSettings
  let effects: PollerEffects
  let metrics: MetricRecorder
  let logger: Logger

  /// Does a round every so often until the service ends; a round that is under way then stops, which
  /// takes no longer than one statement at the database.
  public func run() async throws {
    while !Task.isCancelled, !Task.isShuttingDownGracefully {
      let start = effects.now()
      let outcome = await round(within: settings.roundLimit)
      let pause = pause(after: outcome, since: start)
      await cancelWhenGracefulShutdown {
        // Cancellation ends the pause; there is nothing else that it could throw.
        try? await effects.pause(pause)
      }
    }
  }

  /// Until the next round is due, or until somebody else's turn may be free.
  func pause(after outcome: RoundOutcome, since start: Date) -> Duration {
    switch outcome {
    case .taken(_, let free):
      // A little later, and not all at once.
      min(settings.interval, max(free, .seconds(1)) + .seconds(5) * effects.jitter())
    case .done, .failed, .stopped:
      max(settings.interval - .seconds(effects.now().timeIntervalSince(start)), .seconds(1))
    }
  }

  /// One round, ended after `limit`; its metrics are recorded and its end is logged.
  public func round(within limit: Duration) async -> RoundOutcome {
    let start = effects.now()
    let outcome: RoundOutcome
    do {
      // A name of its own for each round: a function that was started twice is two.
      let holder = "\(cell) \(UUID().uuidString)"
      switch try await leases.acquire(
        settings.feed, by: holder, keptFor: cell, for: settings.lease, at: start)
      {
      case .taken(let holder, let until):
        outcome = .taken(by: holder, free: .seconds(until.timeIntervalSince(start)))
      case .acquired(let lease): outcome = await work(under: lease, since: start, within: limit)
      }
    } catch {
      var report = RoundReport()
      report.note("the lease can't be asked for: \(error)", isFailure: true)
      outcome = .failed(report)
    }
    note(outcome, took: effects.now().timeIntervalSince(start))
    return outcome
  }

  private func work(
    under lease: LeaseStore.Lease, since start: Date, within limit: Duration
  ) async -> RoundOutcome {
    let held = HeldLease(
      lease, in: leases, for: settings.lease, effects: effects, logger: logger)
    let ending = await cancelWhenGracefulShutdown { await runRound(held, within: limit) }
    let outcome = ending.outcome
    do {
      if case .done = outcome {
        let next = start + TimeInterval(settings.interval.components.seconds) + settings.slack
        try await leases.release(held.lease, keptFor: cell, until: next)
      } else {
        try await leases.release(held.lease, at: effects.now())
      }
    } catch {
      // It runs out by itself.
      logger.warning("the lease could not be given back: \(error)")
    }
    return outcome
  }

  private func runRound(_ held: HeldLease, within limit: Duration) async -> RoundEnding {
    let round = Round(
      hackerNews: HackerNews(
        settings: settings, effects: effects, allowance: RetryAllowance(Self.retries)),
      alerts: AlertSender(
        api: api, key: key, settings: settings, effects: effects,
        allowance: RetryAllowance(Self.retries)),
      seen: stories, settings: settings, effects: effects,
      mayGoOn: { !Task.isCancelled && held.isHeld })
    return await withTaskGroup(of: RoundEnding.Part.self) { group in
      group.addTask { .work(await round.run()) }
      group.addTask {
        await held.keep()
        return Task.isCancelled ? .watch : .leaseLost
      }
      group.addTask { [effects] in
        do {
          try await effects.timeLimit(limit)
          return .overtime
        } catch {
          return .watch
        }
      }
      var ending = RoundEnding()
      for await part in group {
        ending.add(part)
        group.cancelAll()
      }
      ending.isCancelled = Task.isCancelled
      if !held.isHeld { ending.add(.leaseLost) }
      return ending
    }
  }

  /// How often a round tries again: at Hacker News, and at the API.
  private static let retries = 16

  private func note(_ outcome: RoundOutcome, took seconds: TimeInterval) {
    if case .taken(let holder, let free) = outcome {
      logger.info("no round: \(holder) has the turn for another \(free)")
      return
    }
    let report = outcome.report
    metrics.record(.pollDuration, seconds * 1000)
    metrics.record(.storiesPosted, Double(report.told))
    if case .failed = outcome { metrics.record(.pollFailures, 1) }
    for problem in report.problems {
      logger.log(level: problem.isFailure ? .error : .warning, "\(problem.text)")
    }
    logger.info(
      outcome.summary,
      metadata: [
        LogField.duration.rawValue: .stringConvertible(Int((seconds * 1000).rounded()))
      ])
  }
}

extension RoundOutcome {
  fileprivate var summary: Logger.Message {
    let told = "stories told: \(report.told), not worth telling: \(report.notTold)"
    return switch self {
    case .done(let report) where report.baseline > 0:
      "the first round: \(report.baseline) stories are known from now on, and nobody was told"
    case .done: "a round; \(told), not there yet: \(report.notYet)"
    case .failed: "a round failed; \(told)"
    case .stopped: "a round stopped, because the service ends; \(told)"
    case .taken: "no round"
    }
  }
}

extension StoryPoller {
  /// The poller on its resources.
  public init(
    _ live: Live<PollerResources>, cell: String, settings: PollerSettings, effects: PollerEffects,
    metrics: MetricRecorder, logger: Logger
  ) throws {
    self.init(
      cell: cell, leases: LeaseStore(try live.lease),
      stories: SeenStories(table: try live.stories, feed: settings.feed), api: try live.api,
      key: try live.apiKey, settings: settings, effects: effects, metrics: metrics, logger: logger)
  }
}
