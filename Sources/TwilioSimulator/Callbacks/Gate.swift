import Synchronization

/// Lets so many through at once, in the order in which they came.
final class Gate: Sendable {
  private struct State {
    var free: Int
    var waiting: [CheckedContinuation<Void, Never>] = []
    /// How many of ``waiting`` have gone: taking the first out of an array would move all others.
    var gone = 0

    mutating func next() -> CheckedContinuation<Void, Never>? {
      guard gone < waiting.count else {
        free += 1
        waiting = []
        gone = 0
        return nil
      }
      gone += 1
      return waiting[gone - 1]
    }
  }

  private let state: Mutex<State>

  init(width: Int) { state = Mutex(State(free: width)) }

  /// Runs `body` when there is room.
  func pass<Value: Sendable>(_ body: @Sendable () async -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        guard state.free > 0 else {
          state.waiting.append(continuation)
          return false
        }
        state.free -= 1
        return true
      }
      if isFree { continuation.resume() }
    }
    let value = await body()
    state.withLock { $0.next() }?.resume()
    return value
  }
}
