import CellContract
public import CellDescription
import CellPrimitives
import Cells
import SourceLocations

/// A fleet of so many cells, made of environments that are production over and over again.
///
/// Every environment has what production has, under names and an account of its own, so that every
/// rule accepts it: two cells of production's shape, or one where `count` is odd. A thousand networks
/// don't fit into the private address space, so the environments are connected with no other.
public func measuredFleet(cells count: Int) -> Fleet {
  Fleet {
    for number in 0..<(count + 1) / 2 {
      MeasuredEnvironment(number: number, cells: min(2, count - 2 * number)).environment
    }
  }
}

/// Production as one environment of many, with one or two of its cells.
private struct MeasuredEnvironment {
  let number: Int
  let cells: Int

  private var suffix: String { digits(number, width: 3) }
  private var account: String { digits(number + 1, width: 12) }
  private var zone: String { "m\(suffix).example.com" }

  var environment: Environment {
    let elements = production.elements.compactMap(renamed)
    let block = { elements }
    return Environment(
      "measured-\(suffix)", account: account, domain: "api.\(zone)", home: production.home,
      owner: production.owner, dataProtection: production.dataProtection, peering: .environment,
      block)
  }

  /// An element of production as it stands in this environment; nil for one that it has no use for.
  private func renamed(
    _ element: Placed<EnvironmentElement>
  ) -> Placed<EnvironmentElement>? {
    switch element.value {
    case .cell(let cell):
      guard cells > 1 || cell.role == .primary else { return nil }
      return element.map { _ in .cell(renamed(cell)) }
    case .routing:
      return cells > 1 ? element : nil
    case .hostedZone:
      return element.map { _ in .hostedZone(HostedZone(.created(zone))) }
    case .accessEntry(let entry):
      let role = entry.role.replacing(production.account, with: account)
      return element.map { _ in .accessEntry(AccessEntry(entry.policy, role: role)) }
    case .release, .globalDatabase, .globalTable, .eachCell, .extend, .onCall, .repository:
      return element
    }
  }

  /// `cell-use1-01` as `cell-use1-000`.
  private func renamed(_ cell: Cell) -> Cell {
    let parts = cell.name.split(separator: "-").dropLast()
    let overrides = { cell.overrides }
    return Cell(
      "\(parts.joined(separator: "-"))-\(suffix)", in: cell.region, role: cell.role,
      index: cell.index, shape: cell.shape, overrides)
  }
}

/// `number` with leading zeros.
private func digits(_ number: Int, width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.count)) + text
}
