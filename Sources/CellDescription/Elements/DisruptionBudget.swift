/// How many pods of a service may be away at once because somebody moves them: a machine is drained,
/// updated or no longer needed.
///
/// It binds nobody else: a machine that fails takes its pods along. Source: Kubernetes documentation,
/// "Specifying a Disruption Budget for your Application", 2026-11.
public enum DisruptionBudget: Sendable, Hashable {
  /// So many stay: `.minAvailable(1)`.
  case minAvailable(PodCount)
  /// So many may go: `.maxUnavailable(1)`, which holds for any number of replicas.
  case maxUnavailable(PodCount)
}

/// A number of pods, or a part of all pods of a service.
public enum PodCount: Sendable, Hashable, ExpressibleByIntegerLiteral {
  /// So many.
  case pods(UInt32)
  /// So many in a hundred, 100 at most; Kubernetes takes the next whole pod above.
  case percent(UInt32)

  /// So many; unsigned, so that the compiler refuses a negative number.
  public init(integerLiteral count: UInt32) { self = .pods(count) }
}

extension PodCount: CustomStringConvertible {
  /// As Kubernetes writes it: `2`, `25%`.
  public var description: String {
    switch self {
    case .pods(let count): "\(count)"
    case .percent(let percent): "\(percent)%"
    }
  }
}
