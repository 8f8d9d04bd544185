import Foundation
public import Logging
public import SQL
import Synchronization

/// Connections to a PostgreSQL database, each with a thread of its own, because libpq blocks.
///
/// Work waits in one queue for whichever connection is free, up to a limit, and is taken back when
/// its task is cancelled. A connection that broke is replaced before anybody notices, where nothing
/// was under way on it. While no connection can be had work is refused at once instead of waiting, and
/// new ones are tried with growing pauses.
public final class PostgreSQLPool: SQLDatabase {
  /// Where the database is, asked for before each connection; the argument says whether the last attempt
  /// failed, so that a cached password is read anew.
  public typealias ParameterSource = @Sendable (Bool) async throws -> PostgreSQLParameters

  private let queue = WorkQueue()
  private let limits: PostgreSQLLimits
  private let stopped: StopSignal

  /// Starts to connect; what is asked meanwhile waits.
  public init(
    limits: PostgreSQLLimits = PostgreSQLLimits(), logger: Logger,
    parameters: @escaping ParameterSource
  ) {
    precondition(limits.connections > 0, "a pool without connections does nothing")
    self.limits = limits
    stopped = StopSignal(count: limits.connections)
    for number in 1...limits.connections {
      let worker = Worker(queue: queue, limits: limits, logger: logger, parameters: parameters)
      let stopped = stopped
      let thread = Thread {
        worker.run()
        stopped.count()
      }
      thread.name = "postgres-\(number)"
      thread.start()
    }
  }

  deinit { queue.close(threads: limits.connections) }

  /// PostgreSQL.
  public var dialect: SQLDialect { .postgreSQL }

  /// Each statement by itself sees what was committed when it began.
  public func read<Result: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws -> Result
  ) async throws -> Result {
    try await perform(isTransaction: false, body)
  }

  /// A transaction; done again where another one got in its way.
  public func write<Result: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws -> Result
  ) async throws -> Result {
    try await perform(isTransaction: true, body)
  }

  /// Asks the server for one row.
  public func ping() async throws {
    _ = try await read { session in try session.query("SELECT 1") { _ in () } }
  }

  /// Takes no more work, and returns when what was begun is done and every connection closed.
  public func close() async {
    queue.close(threads: limits.connections)
    await stopped.wait()
  }

  private func perform<Success: Sendable>(
    isTransaction: Bool, _ body: @escaping @Sendable (any SQLSession) throws -> Success
  ) async throws -> Success {
    try Task.checkCancellation()
    let id = Mutex<UInt64?>(nil)
    let queue = queue
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let added = queue.add(
          WorkQueue.Work(
            deadline: .now + limits.waiting,
            run: { worker in
              continuation.resume(
                with: Result { try worker.perform(isTransaction: isTransaction, body) })
            },
            refuse: { continuation.resume(throwing: $0) }))
        id.withLock { $0 = added }
        // The cancellation may have come before there was anything to take back.
        if Task.isCancelled { queue.cancel(added) }
      }
    } onCancel: {
      if let id = id.withLock({ $0 }) { queue.cancel(id) }
    }
  }
}

/// Waits until a number of threads have ended.
private final class StopSignal: Sendable {
  private struct State {
    var left: Int
    var waiting: [CheckedContinuation<Void, Never>] = []
  }
  private let state: Mutex<State>

  init(count: Int) { state = Mutex(State(left: count)) }

  func count() {
    let waiting = state.withLock { state -> [CheckedContinuation<Void, Never>] in
      state.left -= 1
      guard state.left == 0 else { return [] }
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }

  func wait() async {
    await withCheckedContinuation { continuation in
      let isDone = state.withLock { state in
        if state.left > 0 { state.waiting.append(continuation) }
        return state.left == 0
      }
      if isDone { continuation.resume() }
    }
  }
}
