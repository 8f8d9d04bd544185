import Foundation
import Logging
import SQL

/// A thread with its connection.
///
/// `@unchecked`: after `init` only its own thread touches it.
final class Worker: @unchecked Sendable {
  private let queue: WorkQueue
  private let limits: PostgreSQLLimits
  private let logger: Logger
  private let parameters: PostgreSQLPool.ParameterSource
  private var connection: PostgreSQLConnection?
  private var connectedAt = ContinuousClock.now
  private var failedAttempts = 0

  init(
    queue: WorkQueue, limits: PostgreSQLLimits, logger: Logger,
    parameters: @escaping PostgreSQLPool.ParameterSource
  ) {
    self.queue = queue
    self.limits = limits
    self.logger = logger
    self.parameters = parameters
  }

  /// Works until the queue is closed.
  func run() {
    while !queue.isClosed {
      if connection == nil, !connect() {
        pause()
        continue
      }
      guard let work = queue.next() else { break }
      work.run(self)
      if connection?.isBroken == true || connectedAt.duration(to: .now) > limits.lifetime {
        disconnect()
      }
    }
    // What still waits is done, if that is possible.
    while let work = queue.next() { work.run(self) }
    disconnect()
  }

  /// Does `body` on the connection, with a new one where the old one turned out to be dead before it
  /// did anything, and again where another transaction got in the way.
  func perform<Result>(
    isTransaction: Bool, _ body: (any SQLSession) throws -> Result
  ) throws -> Result {
    var attempt = 1
    while true {
      guard connection?.isBroken == false || reconnect() else {
        throw SQLError(.unavailable, "there is no connection")
      }
      guard let connection else { throw SQLError(.unavailable, "there is no connection") }
      let session = PostgreSQLSession(on: connection, isTransaction: isTransaction)
      do {
        let result = try body(session)
        try session.commit()
        return result
      } catch {
        do { try session.rollback() } catch { disconnect() }
        guard let error = error as? SQLError, attempt < 3, error.mayBeTried(after: session) else {
          throw error
        }
        attempt += 1
      }
    }
  }

  private func reconnect() -> Bool {
    disconnect()
    return connect()
  }

  private func connect() -> Bool {
    do {
      let connection = try PostgreSQLConnection(
        try waiting { [parameters, failedAttempts] in try await parameters(failedAttempts > 0) },
        limits: limits)
      self.connection = connection
      connectedAt = .now
      if failedAttempts > 0 { logger.notice("connected to the database again") }
      failedAttempts = 0
      queue.connected()
      return true
    } catch {
      failedAttempts += 1
      if failedAttempts == 1 { logger.error("no connection to the database: \(error)") }
      queue.failedToConnect(
        error as? SQLError ?? SQLError(.unavailable, "where the database is: \(error)"))
      return false
    }
  }

  private func disconnect() {
    guard connection != nil else { return }
    connection = nil
    queue.disconnected()
  }

  /// Waits before the next attempt: from 50 ms, twice as long each time, with jitter, so that threads
  /// and pods don't all come at once.
  private func pause() {
    let longest = min(50 << min(failedAttempts - 1, 10), limits.longestPause.milliseconds)
    Thread.sleep(forTimeInterval: Double.random(in: 0.5...1) * Double(longest) / 1000)
  }

  /// Waits for something asynchronous; the thread is nobody else's, so it may block.
  private func waiting<Value: Sendable>(
    for body: @escaping @Sendable () async throws -> Value
  ) throws -> Value {
    let done = DispatchSemaphore(value: 0)
    let result = Box<Value>()
    Task {
      do { result.value = .success(try await body()) } catch { result.value = .failure(error) }
      done.signal()
    }
    done.wait()
    guard let value = result.value else { preconditionFailure("it was set before the signal") }
    return try value.get()
  }

  /// `@unchecked`: the semaphore orders the one write before the one read.
  private final class Box<Value>: @unchecked Sendable {
    var value: Result<Value, any Error>?
  }
}

extension SQLError {
  /// Whether trying the whole body again can't do anything twice.
  fileprivate func mayBeTried(after session: PostgreSQLSession) -> Bool {
    switch kind {
    case .conflict: true
    case .unavailable: !session.hasBegun
    case .notUnique, .constraint, .timeout, .locked, .wrongStatement: false
    }
  }
}
