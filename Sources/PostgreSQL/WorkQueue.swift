import Dispatch
import SQL
import Synchronization

/// Work that waits for a connection, in the order in which it came.
final class WorkQueue: Sendable {
  /// Work of one caller. Exactly one of `run` and `refuse` is called, once.
  struct Work: Sendable {
    let deadline: ContinuousClock.Instant
    /// Does it, on the thread of the connection.
    let run: @Sendable (Worker) -> Void
    /// Gives it up.
    let refuse: @Sendable (any Error) -> Void
  }

  private struct State {
    var waiting: [(id: UInt64, work: Work)] = []
    var lastID: UInt64 = 0
    var connected = 0
    /// Why nobody is connected, since the last attempt failed.
    var failure: SQLError?
    var isClosed = false
  }

  private let state = Mutex(State())
  /// One signal for each piece of work that was added, and one for each thread at the end.
  private let signal = DispatchSemaphore(value: 0)

  /// Adds work, or refuses it at once where no connection can be had.
  func add(_ work: Work) -> UInt64 {
    let (id, refusal) = state.withLock { state -> (UInt64, SQLError?) in
      state.lastID += 1
      if state.isClosed { return (state.lastID, SQLError(.unavailable, "the pool is closed")) }
      if state.connected == 0, let failure = state.failure { return (state.lastID, failure) }
      state.waiting.append((id: state.lastID, work: work))
      return (state.lastID, nil)
    }
    if let refusal { work.refuse(refusal) } else { signal.signal() }
    return id
  }

  /// Takes back work that nobody has begun.
  func cancel(_ id: UInt64) {
    let work = state.withLock { state -> Work? in
      guard let index = state.waiting.firstIndex(where: { $0.id == id }) else { return nil }
      return state.waiting.remove(at: index).work
    }
    work?.refuse(CancellationError())
  }

  /// The next piece of work; waits for it, and gives nil when the queue is closed.
  func next() -> Work? {
    while true {
      let (work, isClosed) = state.withLock { state -> (Work?, Bool) in
        let work = state.waiting.isEmpty ? nil : state.waiting.removeFirst().work
        return (work, state.isClosed)
      }
      if let work {
        if work.deadline > .now { return work }
        work.refuse(SQLError(.timeout, "no connection was free in time"))
      } else if isClosed {
        return nil
      } else {
        // What was taken without waiting left its signal behind: one may wake for nothing.
        signal.wait()
      }
    }
  }

  /// A thread has a connection.
  func connected() {
    state.withLock { state in
      state.connected += 1
      state.failure = nil
    }
  }

  /// A thread lost its connection.
  func disconnected() { state.withLock { $0.connected -= 1 } }

  /// A thread can't connect: where none can, whoever waits is told so.
  func failedToConnect(_ failure: SQLError) {
    let refused = state.withLock { state -> [Work] in
      guard state.connected == 0 else { return [] }
      state.failure = failure
      defer { state.waiting = [] }
      return state.waiting.map(\.work)
    }
    for work in refused { work.refuse(failure) }
  }

  /// Takes no more work; each of `threads` ends when what waits is done.
  func close(threads: Int) {
    state.withLock { $0.isClosed = true }
    for _ in 0..<threads { signal.signal() }
  }

  /// Whether ``close(threads:)`` was called.
  var isClosed: Bool { state.withLock { $0.isClosed } }
}
