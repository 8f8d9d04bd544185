import AlertStores
import Foundation
import Logging

/// Looks at the database for what is due and has no message: batches that had to wait, or whose worker was
/// killed, and alerts whose event is late.
struct DatabaseLane: Sendable {
  let lane: QueueLane
  let services: WorkerServices

  /// How long an event may take before its alert is planned without it.
  private var patience: TimeInterval { 2 * services.limits.lease }

  /// Works until it is told to stop.
  func run() async {
    var failures = 0
    var tookUpAt = services.now()
    while !services.stop.isStopping, !Task.isCancelled {
      var wait = services.limits.interval
      do {
        if let moment = try await round() {
          wait = min(wait, max(0.05, moment.timeIntervalSince(services.now())))
        }
        if services.now().timeIntervalSince(tookUpAt) > patience {
          try await lane.deadLetters.takeUp(to: lane.fanOut)
          tookUpAt = services.now()
        }
        failures = 0
      } catch {
        if services.stop.isStopping || error is CancellationError { return }
        failures += 1
        services.logger.error("the database can't be worked on: \(error)")
        wait = max(wait, WorkerLimits.backOff(after: failures))
      }
      await services.stop.pause(.seconds(wait))
    }
  }

  /// Does all that is due; when the sender's tokens are there again, where they are spent.
  func round() async throws -> Date? {
    for alert in try await services.plans.overdue(since: services.now() - patience, limit: 10) {
      try await lane.plan(alert)
    }
    while !services.stop.isStopping {
      switch try await lane.batchWork.next() {
      case .worked: continue
      case .nothing: return nil
      case .notBefore(let moment): return moment
      }
    }
    return nil
  }
}
