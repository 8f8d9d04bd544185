import ServiceLifecycle
import Synchronization

/// Whether the worker was told to end: it then begins nothing new, and ends what it has begun.
final class Stop: Sendable {
  private let isAsked = Mutex(false)

  /// Whether nothing new is to be begun.
  var isStopping: Bool { isAsked.withLock { $0 } }

  /// Asks to end.
  func ask() { isAsked.withLock { $0 = true } }

  /// Sleeps, and no longer than until the worker is told to end.
  func pause(_ duration: Duration) async {
    guard !isStopping else { return }
    await cancelWhenGracefulShutdown {
      // Cancellation ends the pause; there is nothing else that it could throw.
      try? await Task.sleep(for: duration)
    }
  }
}
