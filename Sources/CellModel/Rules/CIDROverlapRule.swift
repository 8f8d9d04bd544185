import CellPrimitives
import SourceLocations

extension Rule {
  /// Networks of any two cells are disjoint, also over environments, so that they can be peered.
  ///
  /// Source: VPC Peering Guide, "VPC peering limitations", 2026-11: overlapping blocks are refused.
  static let cidrOverlap = Rule(
    "cidr-overlap", "the networks of any two cells are disjoint",
    guards: [
      GuardedArgument("aws_vpc", "cidr_block", instead: "Cell(…, index: …) or VPC(cidr: …)"),
      GuardedArgument("aws_subnet", "cidr_block", instead: "Cell(…, index: …) or VPC(cidr: …)"),
    ]
  ) { fleet, _ in
    let cells = fleet.environments.flatMap(\.cells)
    let ordered = cells.sorted { ($0.network.cidr.value, $0.name) < ($1.network.cidr.value, $1.name) }
    return ordered.indices.dropFirst().flatMap { index -> [Diagnostic] in
      let cell = ordered[index]
      let earlier = ordered[..<index].filter {
        $0.network.cidr.value.overlaps(cell.network.cidr.value)
      }
      return earlier.map { other in
        Diagnostic(
          .error, rule: "cidr-overlap", at: cell.network.cidr.location,
          "\(cell.name) uses \(cell.network.cidr.value), which overlaps "
            + "\(other.network.cidr.value) of \(other.name)",
          fix: "write `index: \(nextFreeIndex(among: cells))`, the next free one",
          notes: [.init(at: other.network.cidr.location, "\(other.name) has its network here")])
      }
    }
  }
}
