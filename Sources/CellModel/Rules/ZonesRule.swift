import CellPrimitives
import SourceLocations

extension Rule {
  /// A cell uses at least two zones, and no more than its region offers.
  ///
  /// Source: EKS User Guide, "VPC and subnet considerations", 2026-11: subnets in at least two zones;
  /// zones per region: ``RegionFacts``.
  static let zones = Rule(
    "zones", "a cell uses two or three zones that its region has",
    guards: [
      GuardedArgument("aws_subnet", "availability_zone_id", instead: "`VPC(availabilityZones: …)`")
    ]
  ) { fleet, _ in
    fleet.environments.flatMap(\.cells).compactMap { cell in
      let wanted = cell.network.zoneCount
      let offered = RegionFacts.availabilityZoneIDs(for: cell.region).count
      guard (2...3).contains(wanted.value) else {
        return Diagnostic(
          .error, rule: "zones", at: wanted.location,
          "a cell has 2 or 3 availability zones, not \(wanted.value)",
          fix: .write(
            "availabilityZones: \(wanted.value < 2 ? 2 : min(3, offered))", at: wanted.location))
      }
      guard wanted.value > offered else { return nil }
      return Diagnostic(
        .error, rule: "zones", at: wanted.location,
        "\(cell.name) asks for \(wanted.value) availability zones; "
          + "\(cell.region) offers \(offered) to most accounts",
        fix: .write("VPC(availabilityZones: \(offered))", in: cell)
          .or("move the cell to another region"))
    }
  }
}
