import CellContract
import CellDescription
import SourceLocations

extension Rule {
  /// Numbers of pods, machines and database instances make sense.
  ///
  /// Source of the most instances: Amazon Aurora User Guide, "Configuration requirements of an
  /// Amazon Aurora global database", 2026-11: 15 readers and a writer, and one fewer in the primary
  /// region for each secondary one.
  static let replicas = Rule(
    "replicas", "replicas, machines and instances are at least one and in order",
    guards: [
      GuardedArgument("aws_eks_node_group", "scaling_config", instead: "`NodeGroup(count: …)`")
    ]
  ) { fleet, _ in
    fleet.environments.flatMap { environment in
      environment.databases.flatMap { database in
        let regions = Set(environment.sharers(of: database.value.database).map(\.region))
        return instanceFaults(
          of: database, called: "instancesPerCell", atMost: 16 - max(0, regions.count - 1))
      } + environment.cells.flatMap(faults)
    }
  }
}

private func faults(in cell: ResolvedCell) -> [Diagnostic] {
  cell.cluster.services.flatMap(replicaFaults)
    + cell.cluster.nodeGroups.flatMap { group in
      boundsFaults(
        of: group.value.count, called: "count", "the node group \(group.value.name)",
        at: group.location)
    }
    + cell.databases.flatMap { instanceFaults(of: $0, called: "instances", atMost: 16) }
}

private func replicaFaults(of service: Placed<ResolvedService>) -> [Diagnostic] {
  let name = service.value.name
  let replicas = service.value.replicas
  guard name.contract.isSingleton else {
    return boundsFaults(of: replicas, called: "replicas", "\(name)", at: service.location)
  }
  guard replicas != 1 else { return [] }
  return [
    Diagnostic(
      .error, rule: "replicas", at: service.location,
      "\(name) has \(replicas) replicas; it runs once, and another would only wait for the lease",
      fix: .write("replicas: 1", at: service.location))
  ]
}

private func boundsFaults(
  of range: CountRange, called parameter: String, _ subject: String, at location: SourceLocation
) -> [Diagnostic] {
  let message: String
  if range.maximum < range.minimum {
    message = "\(subject) has the bounds \(range), the larger one first"
  } else if range.minimum < 1 {
    message = "\(subject) may shrink to \(range.minimum), which leaves nobody to serve"
  } else {
    return []
  }
  let bounds = [range.minimum, range.maximum].map { max(1, $0) }.sorted()
  let corrected = CountRange(minimum: bounds[0], maximum: bounds[1])
  return [
    Diagnostic(
      .error, rule: "replicas", at: location, message,
      fix: .write("\(parameter): \(corrected)", at: location))
  ]
}

private func instanceFaults(
  of database: Placed<ResolvedDatabase>, called parameter: String, atMost maximum: Int
) -> [Diagnostic] {
  let count = database.value.instanceCount
  guard !(1...maximum).contains(count) else { return [] }
  return [
    Diagnostic(
      .error, rule: "replicas", at: database.location,
      "the database \(database.value.database.name) has \(count) instances in a cell; "
        + "here Aurora takes 1 to \(maximum)",
      fix: .write("\(parameter): \(min(max(1, count), maximum))", at: database.location))
  ]
}
