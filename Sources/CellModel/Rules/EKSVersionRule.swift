import CellPrimitives
import SourceLocations

extension Rule {
  /// Clusters run a Kubernetes version that EKS offers; an extended one costs more.
  ///
  /// Source of the dates: ``EKSVersionFacts``.
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
        case .extended(let end):
          (
            .warning,
            "Kubernetes \(version.value) is in extended support until \(end); "
              + "its control plane costs \(EKSVersionFacts.extendedSupportPriceMultiple.value) "
              + "times as much"
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
