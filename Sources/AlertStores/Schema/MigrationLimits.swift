import SQL

/// How long a migrator waits for others, and how often it tries again.
struct MigrationLimits: Sendable {
  /// Until a step that waits for a lock gives up, and all go on that queue behind it.
  ///
  /// Whoever wants a lock waits behind those that wait already and conflict with it, so a step that waits
  /// for `ACCESS EXCLUSIVE` stops a table's traffic. A service's statement may take 5 s
  /// (`PostgreSQLLimits.statement`): this is a fifth of that. It counts for each lock by itself.
  /// Sources: https://www.postgresql.org/docs/15/explicit-locking.html and
  /// https://www.postgresql.org/docs/15/runtime-config-client.html, `lock_timeout`, 2026-11.
  var lock: Duration = .seconds(1)
  /// How often a step is tried.
  var attempts = 20
  /// The longest pause between two attempts, in which others go on; the shortest is half of it.
  var pause: Duration = .seconds(4)
  /// Until another migrator is no longer waited for.
  var turn: Duration = .seconds(900)

  /// Does `attempt` until it has had its turn, and returns what came of it; nil says that another migrator is
  /// at work. `what` it does is for the error.
  ///
  /// It is tried again where a lock is not to be had, and where others' locks and its own bar each other's
  /// way; what somebody cancelled is not.
  func patiently<Value: Sendable>(
    _ what: String, _ attempt: @Sendable () async throws -> Value?
  ) async throws -> Value {
    let end = ContinuousClock.now + turn
    var attempts = 1
    while true {
      do {
        if let value = try await attempt() { return value }
        guard ContinuousClock.now < end else {
          throw MigrationRefusal.anotherMigrator(what, after: turn)
        }
        try await Task.sleep(for: min(pause, .milliseconds(500)))
      } catch let error as SQLError where [.locked, .conflict].contains(error.kind) {
        guard attempts < self.attempts else {
          throw MigrationRefusal.locked(what, attempts: attempts, lock: lock, error.message)
        }
        attempts += 1
        try await Task.sleep(for: pause * Double.random(in: 0.5...1))
      }
    }
  }
}

/// Others didn't make room for a migration; what it had applied before stays.
public enum MigrationRefusal: Error, Sendable, Hashable, CustomStringConvertible {
  /// A lock was not to be had.
  case locked(String, attempts: Int, lock: Duration, String)
  /// Another migrator did not end.
  case anotherMigrator(String, after: Duration)

  /// What is in the way, and what to do about it.
  public var description: String {
    switch self {
    case .locked(let what, let attempts, let lock, let message):
      """
      \(what): no lock in \(attempts) attempts of \(lock) (\(message)); nothing of it was applied
        fix: find the transaction that keeps a table, as the master user: SELECT pid, application_name, \
      xact_start, query FROM pg_stat_activity WHERE xact_start IS NOT NULL ORDER BY xact_start; let it end, \
      or end it with SELECT pg_terminate_backend(<pid>); then migrate again
      """
    case .anotherMigrator(let what, let time):
      """
      \(what): another migrator did not end within \(time)
        fix: see what it does, as the master user: SELECT a.pid, a.state, a.query FROM pg_locks l JOIN \
      pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory' AND l.granted; let it end, or end it with \
      SELECT pg_terminate_backend(<pid>); then migrate again
      """
    }
  }
}
