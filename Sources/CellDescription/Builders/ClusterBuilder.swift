/// What stands in `EKS(…) { … }`.
public enum ClusterElement: Sendable {
  /// Machines.
  case nodeGroup(NodeGroup)
  /// A service that runs on them.
  case run(Run)
  /// Machines that come and go.
  case karpenter(Karpenter)
  /// Pods without machines of ours.
  case fargate(Fargate)
}

/// Collects the elements of a cluster.
@resultBuilder public enum ClusterBuilder: DescriptionBuilder {
  /// What stands in a cluster.
  public typealias Element = ClusterElement

  /// Machines.
  public static func buildExpression(
    _ element: NodeGroup, file: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Block { place(.nodeGroup(element), file, line, column) }

  /// A service.
  public static func buildExpression(
    _ element: Run, file: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Block { place(.run(element), file, line, column) }

  /// Machines that come and go.
  public static func buildExpression(
    _ element: Karpenter, file: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Block { place(.karpenter(element), file, line, column) }

  /// Pods without machines of ours.
  public static func buildExpression(
    _ element: Fargate, file: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Block { place(.fargate(element), file, line, column) }
}
