import CellContract
import CellDescription
import SourceLocations

extension Rule {
  /// Numbers of pods, machines and database instances make sense.
  static let replicas = Rule(
    "replicas", "replicas, machines and instances are at least one and in order",
    guards: [
      GuardedArgument("aws_eks_node_group", "scaling_config", instead: "NodeGroup(count: …)")
    ]
  ) { fleet, _ in
    fleet.environments.flatMap(\.cells).flatMap { cell -> [Diagnostic] in
      cell.cluster.services.flatMap { service -> [Diagnostic] in
        let subject = "\(service.value.name) in \(cell.name)"
        let replicas = service.value.replicas
        let faults = boundsFaults(of: replicas, called: "replicas", subject, at: service.location)
        guard faults.isEmpty, service.value.name.contract.isSingleton, replicas.maximum > 1 else {
          return faults
        }
        return [
          Diagnostic(
            .error, rule: "replicas", at: service.location,
            "\(subject) asks for \(replicas) replicas; more than one would only wait for the lease",
            fix: "write `replicas: 1`")
        ]
      }
        + cell.cluster.nodeGroups.flatMap { group in
          boundsFaults(
            of: group.value.count, called: "count",
            "node group \(group.value.name) of \(cell.name)", at: group.location)
        }
    }
  }
}

private func boundsFaults(
  of range: CountRange, called parameter: String, _ subject: String, at location: SourceLocation
) -> [Diagnostic] {
  if range.maximum < range.minimum {
    return [
      Diagnostic(
        .error, rule: "replicas", at: location,
        "\(subject) has the bounds \(range), the larger one first",
        fix: "write `\(parameter): \(range.maximum)...\(range.minimum)`")
    ]
  }
  guard range.minimum < 1 else { return [] }
  let corrected = CountRange(minimum: 1, maximum: max(1, range.maximum))
  return [
    Diagnostic(
      .error, rule: "replicas", at: location,
      "\(subject) may shrink to \(range.minimum), which leaves nobody to serve",
      fix: "write `\(parameter): \(corrected)`")
  ]
}
