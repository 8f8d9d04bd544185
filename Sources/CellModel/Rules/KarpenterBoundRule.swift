import SourceLocations

extension Rule {
  /// Karpenter has a bound, so that a fault that asks for pods can't start machines without end.
  ///
  /// Source: Karpenter 1, "NodePools", `spec.limits`, 2026-11: without one there is none.
  static let karpenterBound = Rule(
    "karpenter-bound", "Karpenter has a bound of cores or memory"
  ) { fleet, _ in
    fleet.environments.flatMap(\.cells).compactMap(\.cluster.karpenter).compactMap { karpenter in
      guard karpenter.value.limits.isEmpty else { return nil }
      return Diagnostic(
        .warning, rule: "karpenter-bound", at: karpenter.location,
        "Karpenter has no bound, so that a fault which asks for pods starts and pays for machines "
          + "without end",
        fix: .write("limit: .cpu(100)", at: karpenter.location).or("what the cell may cost at most")
      )
    }
  }
}
