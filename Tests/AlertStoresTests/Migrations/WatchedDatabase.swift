import SQL
import Synchronization

/// Passes on, and notices which tables are scanned in transactions.
///
/// Source: https://www.postgresql.org/docs/15/monitoring-stats.html, `pg_stat_xact_user_tables`, 2026-11.
final class WatchedDatabase: SQLDatabase {
  private let base: any SQLDatabase
  private let found = Mutex<Set<String>>([])

  init(_ base: any SQLDatabase) { self.base = base }

  /// Tables that were there before and were scanned, but for the list of steps itself.
  var scanned: [String] { found.withLock { $0.sorted() } }
  var dialect: SQLDialect { base.dialect }
  func ping() async throws { try await base.ping() }

  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws -> Result
  ) async throws -> Result {
    try await base.read(body)
  }

  func write<Result: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws -> Result
  ) async throws -> Result {
    try await base.write { [self] session in
      let before = try Self.scans(in: session)
      let result = try body(session)
      // A table that was dropped is in no view any more; what was done to it shows elsewhere.
      let after = try Self.scans(in: session)
      let scanned = before.filter { id, table in (after[id]?.scans ?? 0) > table.scans }
      found.withLock { $0.formUnion(scanned.values.map(\.name)) }
      return result
    }
  }

  private static func scans(in session: any SQLSession) throws -> [Int64: (
    name: String, scans: Int64
  )] {
    let tables = try session.query(
      """
      SELECT relid::bigint, relname, seq_scan + coalesce(idx_scan, 0) FROM pg_stat_xact_user_tables
      WHERE relname <> 'schema_migrations'
      """
    ) { (try $0.integer(0), $0.text(1), try $0.integer(2)) }
    return Dictionary(uniqueKeysWithValues: tables.map { ($0.0, (name: $0.1, scans: $0.2)) })
  }
}
