/// How Route 53 spreads callers of the shared name over the cells.
public struct Routing: Sendable, Hashable {
  /// The policies that we know.
  public enum Policy: Sendable, Hashable {
    /// All to the primary while its health check passes, then to the standby.
    case failover
    /// Each caller to the nearest healthy cell.
    case latency
  }

  package let policy: Policy

  /// Chooses a policy.
  public init(_ policy: Policy) { self.policy = policy }
}
