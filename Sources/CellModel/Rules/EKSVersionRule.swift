import CellPrimitives
import SourceLocations

extension Rule {
  /// Clusters run a Kubernetes version that EKS offers; out of standard support it raises them itself.
  ///
  /// Sources: ``EKSVersionFacts`` for the dates; Amazon EKS User Guide, "View current cluster upgrade
  /// policy", for what becomes of clusters like ours, whose policy is STANDARD, 2026-11.
  static let eksVersion = Rule(
    "eks-version", "clusters run a Kubernetes version that EKS supports",
    guards: [
      GuardedArgument("aws_eks_cluster", "version", instead: "`EKS(version: …)`"),
      GuardedArgument("aws_eks_node_group", "version", instead: "`EKS(version: …)`"),
    ]
  ) { fleet, context in
    let supported = EKSVersionFacts.versionsInStandardSupport(on: context.today)
    return fleet.environments.flatMap(\.cells).compactMap { cell in
      let version = cell.cluster.version
      guard !fleet.isUnread(.kubernetesVersion, at: version.location) else { return nil }
      let problem: (severity: Diagnostic.Severity, message: String)? =
        switch EKSVersionFacts.status(of: version.value, on: context.today) {
        case .standard:
          nil
        case .extended:
          (
            .warning,
            "Kubernetes \(version.value) is out of standard support, so EKS raises the cluster to the "
              + "next version by itself, and Terraform can't take that back"
          )
        case .ended(let end):
          (.error, "EKS has not supported Kubernetes \(version.value) since \(end)")
        case .unknown:
          unknownProblem(version.value)
        }
      return problem.map { severity, message in
        Diagnostic(
          severity, rule: "eks-version", at: version.location, message,
          fix: supported.last.map { .write("EKS(version: \"\($0)\")", at: version.location) }
            ?? "bring the table of versions up to date")
      }
    }
  }
}

/// A version beyond the table may have come out after it: EKS, not the table, has the last word.
private func unknownProblem(
  _ version: KubernetesVersion
) -> (severity: Diagnostic.Severity, message: String) {
  if let newest = EKSVersionFacts.releases.value.map(\.version).max(), newest < version {
    return (
      .warning,
      "Kubernetes \(version) is newer than the newest known here (\(newest)); "
        + "EKS may not offer it yet"
    )
  }
  return (.error, "EKS is not known to offer Kubernetes \(version)")
}
