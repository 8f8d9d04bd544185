import ServiceTestSupport
import Testing

/// What sessions of a standby cell send must be what Aurora forwards to the cluster that writes.
///
/// Source: Amazon Aurora User Guide, "Limitations and considerations of write forwarding in Aurora
/// PostgreSQL", 2026-11: no DDL, SAVEPOINT, COPY, cursor, LISTEN, NOTIFY, LOCK, SET CONSTRAINTS,
/// TRUNCATE, sequences or two-phase commit.
@Suite(.runningPostgreSQL) struct WriteForwardingTests {
  @Test func `no statement of a store is one that can't be forwarded`() async throws {
    let statements = try await RecordedStatement.all().map(\.sql)
    #expect(statements.count > 50)
    let refused = [
      "create ", "alter ", "drop ", "savepoint", "copy ", "declare ", "fetch ", "listen", "notify",
      "lock table", "set constraints", "truncate", "nextval", "setval", "prepare transaction",
      "advisory",
    ]
    for statement in statements {
      let text = statement.lowercased()
      for word in refused {
        #expect(!text.contains(word), "\(statement)")
      }
    }
  }
}
