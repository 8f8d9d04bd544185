import CellContract
import CellDescription
import CellPrimitives
import SourceLocations

extension Rule {
  /// The machines that are always there have room for the pods that are.
  ///
  /// A machine has as many pods as its interfaces have addresses. Source: ``InstanceTypeFacts``; Amazon
  /// EKS User Guide, "Choose an optimal Amazon EC2 node instance type", 2026-11.
  static let nodeRoom = Rule(
    "node-room", "the machines that are always there have room for the pods that are"
  ) { fleet, _ in
    fleet.environments.flatMap(\.cells).flatMap { cell in
      crowdedTypes(in: cell) + crowdedCluster(of: cell)
    }
  }
}

/// Pods of the cluster on each machine: network, proxy, volumes, the node's monitor, and the two
/// agents of CloudWatch. Source: the add-ons that the cluster has; their DaemonSets, 2026-11.
private let podsOfEachMachine = 6

/// Pods of the cluster somewhere: two each of DNS, metrics, volumes, the load balancer's controller,
/// Karpenter and KEDA, and one that manages CloudWatch's agents. Source: the charts' defaults, 2026-11.
private let podsOfTheCluster = 13

private func crowdedTypes(in cell: ResolvedCell) -> [Diagnostic] {
  cell.cluster.nodeGroups.compactMap { group in
    let type = group.value.instance
    guard let most = InstanceTypeFacts.networking(of: type)?.pods, most <= podsOfEachMachine else {
      return nil
    }
    return Diagnostic(
      .error, rule: "node-room", at: group.location,
      "a \(type) takes \(most) pods, and \(podsOfEachMachine) of the cluster's own run on every "
        + "machine",
      fix: .write("NodeGroup(.t3Large)", at: group.location))
  }
}

/// What runs always, on as few machines as there may be; a type that is not known has room.
private func crowdedCluster(of cell: ResolvedCell) -> [Diagnostic] {
  let groups = cell.cluster.nodeGroups
  let rooms = groups.compactMap { group -> Int? in
    guard let most = InstanceTypeFacts.networking(of: group.value.instance)?.pods,
      most > podsOfEachMachine, group.value.count.minimum > 0
    else { return nil }
    return (most - podsOfEachMachine) * group.value.count.minimum
  }
  guard let first = groups.first, rooms.count == groups.count, cell.cluster.karpenter == nil else {
    return []
  }
  let room = rooms.reduce(0, +)
  let pods =
    cell.cluster.services.map(\.value).filter(\.isPods).map(\.replicas.minimum).reduce(0, +)
    + podsOfTheCluster
  guard pods > room else { return [] }
  return [
    Diagnostic(
      .error, rule: "node-room", at: first.location,
      "\(cell.name) runs \(pods) pods at least, the cluster's own among them, and its fewest "
        + "machines have room for \(room)",
      fix: .write("NodeGroup(.t3Large)", at: first.location).or("more machines, or Karpenter"))
  ]
}
