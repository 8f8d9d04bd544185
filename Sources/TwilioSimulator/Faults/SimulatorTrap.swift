import Synchronization

/// Springs when the next send reaches a step: that is when a test kills the sender.
public final class SimulatorTrap: Sendable {
  /// The steps of a send.
  public enum Step: String, Sendable, Hashable, CaseIterable {
    /// It has come, and is as it should be. It is not taken: it is held, and its connection then reset.
    case arrived
    /// It is taken. It is held without an answer, and its connection then reset.
    case taken
    /// Its answer has been written to the connection.
    case answered
  }

  private enum State {
    case armed
    case waiting(CheckedContinuation<Void, Never>)
    case over
  }

  let step: Step
  private let state = Mutex(State.armed)

  init(_ step: Step) { self.step = step }

  /// Returns once the trap has sprung, or the task is cancelled. For one who waits.
  public func sprung() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          switch state {
          case .armed:
            state = .waiting(continuation)
            return false
          case .waiting: preconditionFailure("two wait for one trap")
          case .over: return true
          }
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      spring()
    }
  }

  func spring() {
    let waiting = state.withLock { state -> CheckedContinuation<Void, Never>? in
      defer { state = .over }
      guard case .waiting(let continuation) = state else { return nil }
      return continuation
    }
    waiting?.resume()
  }
}
