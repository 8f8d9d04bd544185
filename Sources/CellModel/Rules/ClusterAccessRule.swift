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
      let problems =
        countProblems(with: blocks, at: endpoint.location)
        + blocks.compactMap { problem(with: $0, of: blocks, at: endpoint.location) }
      return problems.map { message, fix in
        Diagnostic(
          .error, rule: "cluster-access", at: endpoint.location, message, fix: fix)
      }
    }
  }
}

private typealias Problem = (message: String, fix: Fix)

/// The most blocks that EKS takes for one cluster.
private let maximumBlocks = 40

private func countProblems(with blocks: [String], at place: SourceLocation) -> [Problem] {
  if blocks.isEmpty {
    return [
      (
        "the Kubernetes API is open to no block outside the VPC",
        .write("endpoint: .private", at: place)
      )
    ]
  }
  guard blocks.count > maximumBlocks else { return [] }
  return [
    (
      "the Kubernetes API is open to \(blocks.count) blocks; EKS takes \(maximumBlocks) at most",
      "write larger blocks, or `endpoint: .private` and a runner in the VPC"
    )
  ]
}

private func problem(
  with text: String, of blocks: [String], at place: SourceLocation
) -> Problem? {
  do throws(InvalidValue) {
    let block = try CIDRBlock(parsing: text)
    if block.prefixLength == 0 {
      return (
        "the Kubernetes API is open to \(block), which is everybody",
        .write("endpoint: .public", at: place)
      )
    }
    guard block.isPrivate else { return nil }
    let rest = blocks.filter { (try? CIDRBlock(parsing: $0))?.isPrivate != true }
    return (
      "the Kubernetes API is open to \(block), a private block, which EKS refuses",
      .write("endpoint: \(swiftText(ofAccessFrom: rest))", at: place)
        .saying("because from inside the VPC the API is always reached")
    )
  } catch {
    guard let meant = error.replacement else { return (error.message, Fix(advice: error.fix)) }
    let mended = blocks.map { $0 == text ? meant : $0 }
    return (
      error.message, .write("endpoint: \(swiftText(ofAccessFrom: mended))", at: place)
    )
  }
}

private func swiftText(ofAccessFrom blocks: [String]) -> String {
  blocks.isEmpty
    ? ".private" : ".publicFrom(\(blocks.map(swiftLiteral).joined(separator: ", ")))"
}
