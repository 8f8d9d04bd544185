import CellDescription
import CellPrimitives
import SourceLocations

extension Rule {
  /// The subnets of machines have an address for every pod that the machines may take.
  ///
  /// A pod that gets none stays in `ContainerCreating`. Source: Amazon EKS Best Practices Guide, "Amazon
  /// VPC CNI", 2026-11: a machine takes its interfaces' addresses in advance.
  static let podAddresses = Rule(
    "pod-addresses", "the subnets have an address for every pod that the machines may take"
  ) { fleet, _ in
    fleet.environments.flatMap(\.cells).compactMap { cell in
      guard let karpenter = cell.cluster.karpenter,
        !fleet.isUnread(.network, at: cell.network.cidr.location),
        let cores = karpenter.value.mostCores
      else { return nil }
      let taken = cell.cluster.nodeGroups.map(\.value).map { group in
        (InstanceTypeFacts.networking(of: group.instance)?.addresses ?? addressesPerCore * 2)
          * group.count.maximum
      }.reduce(0, +)
      let there = addressesPerZone * cell.network.zoneIDs.count
      guard taken + cores * addressesPerCore > there else { return nil }
      let fitting = max(1, (there - taken) / addressesPerCore / 100 * 100)
      return Diagnostic(
        .warning, rule: "pod-addresses", at: karpenter.location,
        "Karpenter may start \(cores) cores, whose pods take \(cores * addressesPerCore) addresses; "
          + "beside the \(taken) of node groups the subnets of \(cell.name) have "
          + "\(max(0, there - taken))",
        fix: .write("limit: .cpu(\(fitting))", at: karpenter.location))
    }
  }
}

/// Usable addresses of a private subnet: a /19 without the five that AWS keeps.
///
/// Source: Amazon VPC User Guide, "Subnet CIDR blocks", 2026-11.
private let addressesPerZone = (1 << (32 - 19)) - 5

/// The most that machines take for each core: two cores have three interfaces of ten addresses.
///
/// Source: ``InstanceTypeFacts`` for `large` of the families before the eighth generation.
private let addressesPerCore = 15

extension ResolvedKarpenter {
  /// The most cores that it may start; nil where nothing bounds them. A core comes with two GiB at
  /// least. Source: EC2 User Guide, "Compute optimized instances", 2026-11.
  fileprivate var mostCores: Int? {
    limits.map { limit in
      switch limit {
      case .cpu(let cores): Int(cores)
      case .memory(let memory): Int(memory.mebibytes) / 2048
      }
    }.min()
  }
}
