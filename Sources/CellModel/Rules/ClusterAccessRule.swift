import CellDescription
import CellPrimitives
import SourceLocations

extension Rule {
  /// Blocks from which the Kubernetes API is reached are ones that EKS takes, and mean something.
  ///
  /// Source: Amazon EKS User Guide, "Control network access to cluster API server endpoint", and
  /// Amazon EKS quotas, "Public endpoint access CIDR ranges per cluster", 2026-11.
  static let clusterAccess = Rule(
    "cluster-access", "the Kubernetes API is open to public blocks that EKS takes",
    guards: [
      GuardedArgument("aws_eks_cluster", "vpc_config", instead: "`EKS(endpoint: …)`")
    ]
  ) { fleet, _ in
    fleet.environments.flatMap(\.cells).flatMap { cell -> [Diagnostic] in
      let endpoint = cell.cluster.endpoint
      guard case .publicFrom(let blocks) = endpoint.value else { return [] }
      let problems = countProblems(with: blocks) + blocks.compactMap(problem)
      return problems.map { problem in
        Diagnostic(
          .error, rule: "cluster-access", at: endpoint.location, problem.message,
          fix: problem.fix)
      }
    }
  }
}

/// The most blocks that EKS takes for one cluster.
private let maximumBlocks = 40

private func countProblems(with blocks: [String]) -> [InvalidValue] {
  if blocks.isEmpty {
    return [
      InvalidValue(
        "the Kubernetes API is open to no block outside the VPC", fix: "write `endpoint: .private`")
    ]
  }
  guard blocks.count > maximumBlocks else { return [] }
  return [
    InvalidValue(
      "the Kubernetes API is open to \(blocks.count) blocks; EKS takes \(maximumBlocks) at most",
      fix: "write larger blocks, or `endpoint: .private` and a runner in the VPC")
  ]
}

private func problem(with text: String) -> InvalidValue? {
  do throws(InvalidValue) {
    let block = try CIDRBlock(parsing: text)
    if block.prefixLength == 0 {
      return InvalidValue(
        "the Kubernetes API is open to \(block), which is everybody",
        fix: "write `endpoint: .public`")
    }
    guard block.isPrivate else { return nil }
    return InvalidValue(
      "the Kubernetes API is open to \(block), a private block, which EKS refuses",
      fix: "leave \"\(block)\" out; from inside the VPC the API is always reached")
  } catch {
    return error
  }
}
