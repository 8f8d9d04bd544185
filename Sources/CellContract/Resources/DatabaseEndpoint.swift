/// The two host names of a cell's cluster of a database; both listen on 5432.
///
/// Which cluster writes is decided when it runs, not when it is described. In a cluster that follows
/// another one the writer's name leads nowhere until a switchover (AWS calls it inactive), and the
/// reader takes writes too and forwards them to the cluster that writes.
/// Sources: Amazon RDS API Reference, `DBClusterEndpoint`, `Status`; Amazon Aurora User Guide, "Using
/// write forwarding in an Aurora PostgreSQL global database", 2026-11.
public enum DatabaseEndpoint: String, Sendable, Hashable, CaseIterable {
  /// The instance that takes writes.
  case writer
  /// Any of the others, or the only one.
  case reader
}
