import CellDescription
import CellPrimitives
import SourceLocations

extension Rule {
  /// Networks of any two cells that may be peered are disjoint, also over environments.
  ///
  /// Source: VPC Peering Guide, "VPC peering limitations", 2026-11: overlapping blocks are refused.
  static let cidrOverlap = Rule(
    "cidr-overlap", "the networks of any two cells that may be peered are disjoint",
    guards: [
      GuardedArgument("aws_vpc", "cidr_block", instead: "`Cell(…, index: …)` or `VPC(cidr: …)`"),
      GuardedArgument("aws_subnet", "cidr_block", instead: "`Cell(…, index: …)` or `VPC(cidr: …)`"),
    ]
  ) { fleet, _ in
    fleet.peeredCells.flatMap { cells in
      overlaps(
        among: cells.filter { !fleet.isUnread(.network, at: $0.network.cidr.location) }
          .sorted { $0.declarationOrder < $1.declarationOrder })
    }
  }
}

extension ResolvedFleet {
  /// The cells of each set of environments whose networks may be peered with one another.
  fileprivate var peeredCells: [[ResolvedCell]] {
    [environments.filter { $0.peering == .fleet }.flatMap(\.cells)]
      + environments.filter { $0.peering == .environment }.map(\.cells)
  }
}

/// Each of `cells` whose network overlaps that of an earlier one.
///
/// Every network is a /16, so two overlap where they are equal.
private func overlaps(among cells: [ResolvedCell]) -> [Diagnostic] {
  let sharers = Dictionary(
    grouping: cells.filter(\.hasExplicitNetwork), by: \.network.cidr.location)
  let own = Set(cells.compactMap(\.network.index))
  var free = freeIndexes(besides: cells.map(\.network.cidr.value))
    .filter { !own.contains($0) }[...]
  var indexes: [SourceLocation: Int] = [:]
  for cell in cells where cell.hasExplicitNetwork && cell.network.index == nil {
    let shares = sharers[cell.network.cidr.location]?.contains { $0.location != cell.location }
    if shares == true { indexes[cell.location] = free.popFirst() }
  }
  var earlier: [CIDRBlock: [ResolvedCell]] = [:]
  var diagnostics: [Diagnostic] = []
  for cell in cells {
    let block = cell.network.cidr.value
    let others = earlier[block] ?? []
    earlier[block, default: []].append(cell)
    guard let first = others.first else { continue }
    diagnostics.append(
      Diagnostic(
        .error, rule: "cidr-overlap", at: cell.network.cidr.location,
        "\(cell.name) uses \(block), which overlaps \(first.network.cidr.value) of \(first.name)",
        fix: others.contains { $0.sharesNetwork(with: cell) }
          ? fix(ofBlockShared: sharers[cell.network.cidr.location] ?? [], indexes)
          : cell.fix(index: free.popFirst()),
        notes: others.map {
          .init(at: $0.network.cidr.location, "\($0.name) has its network here")
        }))
  }
  return diagnostics
}

extension ResolvedCell {
  /// What was declared later is to blame: the other one's network may be in use.
  fileprivate var declarationOrder: (SourceLocation, String) { (location, name) }

  /// Whether a `VPC(cidr:)` gives the network; otherwise the cell's index does.
  fileprivate var hasExplicitNetwork: Bool { network.cidr.location != location }

  /// Whether one `VPC(cidr:)`, of a shape or of `EachCell`, gives the networks of both cells.
  fileprivate func sharesNetwork(with other: ResolvedCell) -> Bool {
    hasExplicitNetwork && other.network.cidr.location == network.cidr.location
  }

  /// Another network, written where this one is.
  fileprivate func fix(index: Int?) -> Fix {
    guard let index else {
      return """
        write `VPC(cidr: …)` with a /16 of 172.16.0.0/12 or 192.168.0.0/16; 10.0.0.0/8 is full
        """
    }
    let typed = hasExplicitNetwork ? "cidr: \"10.\(index).0.0/16\"" : "index: \(index)"
    return .write(typed, at: network.cidr.location).saying("the next free one")
  }
}

/// The block goes, and each of the cells that it gave a network has an index.
private func fix(ofBlockShared cells: [ResolvedCell], _ indexes: [SourceLocation: Int]) -> Fix {
  let withoutBlock = Fix.leaveOut("cidr:", at: cells[0].network.cidr.location)
  let indexed = cells.reduce(withoutBlock) { fix, cell in
    guard let index = indexes[cell.location] else { return fix }
    return fix.and(.write("index: \(index)", at: cell.location, on: cell.name))
  }
  return indexed.saying("so that each cell's index gives its network")
}
