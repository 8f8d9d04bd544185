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
      measuredEnvironment(number, cells: min(2, count - 2 * number))
    }
  }
}

/// Production as environment number `number`, with one or two of its cells.
private func measuredEnvironment(_ number: Int, cells count: Int) -> Environment {
  let account = digits(number + 1, width: 12)
  let suffix = digits(number, width: 3)
  return Environment(
    "measured-\(suffix)", account: account, domain: "api.m\(suffix).example.com", home: .usEast1,
    peering: .environment
  ) {
    Release("0.1.0")
    GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
    GlobalTable(.deliveries)
    GlobalTable(.stories)
    HostedZone(.created("m\(suffix).example.com"))
    OnCall(.email("oncall@bizcomms.example.com"))
    AccessEntry(.administrator, role: "arn:aws:iam::\(account):role/operators")
    GitHubRepository("bizcomms/bizcomms")
    if count > 1 { Routing(.failover) }
    EachCell {
      EKS(endpoint: .public)
    }
    Cell("cell-use1-\(suffix)", in: .usEast1, role: .primary, index: 0, shape: shape)
    if count > 1 {
      Cell("cell-usw1-\(suffix)", in: .usWest1, role: .standby, index: 1, shape: shape)
    }
  }
}

/// The shape of production's cells.
private let shape: CellShape = {
  let shapes = production.elements.compactMap { element -> CellShape? in
    guard case .cell(let cell) = element.value else { return nil }
    return cell.shape
  }
  guard let shape = shapes.first else { preconditionFailure("production has no cell") }
  return shape
}()

/// `number` with leading zeros.
private func digits(_ number: Int, width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.count)) + text
}
