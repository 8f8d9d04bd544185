import CellContract
import CellDescription
import CellPrimitives
import SourceLocations

extension Rule {
  /// A disruption budget lets some pod go and, where data is protected, never all of them.
  ///
  /// What lets none go at the fewest replicas keeps machines from being drained for ever: EKS gives up an
  /// update after 15 minutes with `PodEvictionFailure`, and Karpenter neither consolidates nor replaces the
  /// machine. Both
  /// kinds of percentages are rounded up, so that 51% of two pods are two.
  /// Sources: Kubernetes documentation, "Specifying a Disruption Budget for your Application"
  /// (kubernetes.io/docs/tasks/run-application/configure-pdb/); Amazon EKS User Guide, "Understand each
  /// phase of node updates" (docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html);
  /// Karpenter 1, "Disruption" (karpenter.sh/docs/concepts/disruption/), 2026-11.
  static let disruptionBudget = Rule(
    "disruption-budget", "a disruption budget lets some pod go, and never all in production"
  ) { fleet, _ in
    fleet.environments.flatMap { environment in
      environment.cells.flatMap(\.cluster.services).compactMap {
        problem(with: $0, in: environment)
      }
    }
  }
}

private func problem(
  with service: Placed<ResolvedService>, in environment: ResolvedEnvironment
) -> Diagnostic? {
  guard let budget = service.value.disruption else { return nil }
  let replicas = service.value.replicas
  // With more pods no budget lets fewer go, and none lets all go that keeps one of the fewest.
  let fewest = max(1, min(replicas.minimum, replicas.maximum))
  let leaving = budget.value.leaving(of: fewest)
  let problem: String
  if budget.value.count.isTooMuch {
    problem = "says \(budget.value.count), and Kubernetes takes 100% at most"
  } else if leaving < 1 {
    problem =
      "lets no pod go at \(counted(fewest, "replica")), so no machine that runs one can be drained, "
      + "updated or given back"
  } else if leaving >= fewest, fewest > 1, environment.dataProtection == .preventDestroy {
    problem =
      "lets all pods go at once at \(counted(fewest, "replica")), and nothing serves in "
      + "\(environment.name) until others have started"
  } else {
    return nil
  }
  let place = service.value.placeOfReplicas.flatMap { $0 == budget.location ? nil : $0 }
  let notes = place.map { [Diagnostic.Note(at: $0, "its number of replicas is \(replicas) here")] }
  return Diagnostic(
    .error, rule: "disruption-budget", at: budget.location,
    "the disruption budget of \(service.value.name) \(problem)",
    fix: .write("disruption: .maxUnavailable(1)", at: budget.location), notes: notes ?? [])
}

extension DisruptionBudget {
  fileprivate var count: PodCount {
    switch self {
    case .minAvailable(let count), .maxUnavailable(let count): count
    }
  }

  /// How many of so many pods may be away at once, none of which has failed.
  fileprivate func leaving(of pods: Int) -> Int {
    switch self {
    case .minAvailable(let count): max(0, pods - count.ofAll(pods))
    case .maxUnavailable(let count): min(pods, count.ofAll(pods))
    }
  }
}

extension PodCount {
  fileprivate var isTooMuch: Bool {
    switch self {
    case .pods: false
    case .percent(let percent): percent > 100
    }
  }

  /// What it comes to of so many pods.
  fileprivate func ofAll(_ pods: Int) -> Int {
    switch self {
    case .pods(let count): Int(count)
    case .percent(let percent): (pods * Int(percent) + 99) / 100
    }
  }
}
