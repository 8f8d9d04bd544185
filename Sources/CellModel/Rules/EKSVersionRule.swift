import SourceLocations

extension Rule {
  /// Clusters run a Kubernetes version that EKS offers; an extended one costs more.
  ///
  /// Source of the dates: ``EKSVersionFacts``.
  static let eksVersion = Rule(
    "eks-version", "clusters run a Kubernetes version that EKS supports",
    guards: [
      GuardedArgument("aws_eks_cluster", "version", instead: "EKS(version: …)"),
      GuardedArgument("aws_eks_node_group", "version", instead: "EKS(version: …)"),
    ]
  ) { fleet, context in
    let supported = EKSVersionFacts.versionsInStandardSupport(on: context.today)
    return fleet.environments.flatMap(\.cells).compactMap { cell in
      let version = cell.cluster.version
      let problem: (severity: Diagnostic.Severity, message: String)? =
        switch EKSVersionFacts.status(of: version.value, on: context.today) {
        case .standard:
          nil
        case .extended(let end):
          (
            .warning,
            "Kubernetes \(version.value) of \(cell.name) is in extended support until \(end); "
              + "its control plane costs \(EKSVersionFacts.extendedSupportPriceMultiple.value) "
              + "times as much"
          )
        case .ended(let end):
          (
            .error,
            "\(cell.name) asks for Kubernetes \(version.value), "
              + "which EKS has not supported since \(end)"
          )
        case .unknown:
          (
            .error,
            "\(cell.name) asks for Kubernetes \(version.value), which EKS is not known to offer"
          )
        }
      return problem.map { severity, message in
        Diagnostic(
          severity, rule: "eks-version", at: version.location, message,
          fix: supported.last.map { "write `EKS(version: \"\($0)\")`" }
            ?? "bring the table of versions up to date")
      }
    }
  }
}
