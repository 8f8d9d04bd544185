import AlertStores
import Foundation
import Logging
import Synchronization

/// The lease of a round that is under way, renewed while it is.
final class HeldLease: Sendable {
  private let leases: LeaseStore
  private let duration: TimeInterval
  private let effects: PollerEffects
  private let logger: Logger
  private let current: Mutex<LeaseStore.Lease>

  init(
    _ lease: LeaseStore.Lease, in leases: LeaseStore, for duration: TimeInterval,
    effects: PollerEffects, logger: Logger
  ) {
    self.leases = leases
    self.duration = duration
    self.effects = effects
    self.logger = logger
    current = Mutex(lease)
  }

  var lease: LeaseStore.Lease { current.withLock { $0 } }

  /// Whether the lease has not run out.
  var isHeld: Bool { effects.now() < lease.expiresAt }

  /// Renews the lease again and again; returns when it is lost, or this task is cancelled.
  ///
  /// A database that doesn't answer is asked again until the lease has run out.
  func keep() async {
    while !Task.isCancelled, isHeld {
      do {
        try await effects.timeLimit(.seconds(duration / 3))
        guard let renewed = try await leases.renew(lease, for: duration, at: effects.now()) else {
          return
        }
        current.withLock { $0 = renewed }
      } catch is CancellationError {
        return
      } catch {
        logger.warning("the lease could not be renewed: \(error)")
      }
    }
  }
}
