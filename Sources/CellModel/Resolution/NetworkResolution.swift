import CellDescription
import CellPrimitives
import SourceLocations

extension Resolution {
  mutating func network(of cell: Placed<Cell>, _ layers: CellLayers) -> ResolvedNetwork {
    let elements = layers.all(\.networks)
    if elements.isEmpty {
      report(
        "incomplete", at: cell.location, "\(cell.value.name) has no network",
        fix: "write `VPC()` in its shape")
    }
    let offered = RegionFacts.availabilityZoneIDs(for: cell.value.region)
    let location = elements.last?.location ?? cell.location
    let zones =
      elements.strongest(\.availabilityZones)
      ?? Placed(min(3, offered.count), at: location)
    return ResolvedNetwork(
      cidr: cidr(of: cell, elements), zoneCount: zones,
      zoneIDs: Array(offered.prefix(max(0, zones.value))),
      natGateways: elements.strongest(\.natGateways)?.value ?? .onePerZone,
      endpoints: (elements.strongest(\.endpoints)?.value ?? Set(VPC.GatewayEndpoint.allCases))
        .sorted { $0.rawValue < $1.rawValue },
      location: location)
  }

  /// The explicit block, or the one of the cell's index.
  private mutating func cidr(
    of cell: Placed<Cell>, _ elements: [Placed<VPC>]
  ) -> Placed<CIDRBlock> {
    if let text = elements.strongest(\.cidr) {
      let block = recover(at: text.location, cell.value.name, with: StandIn.network) {
        () throws(InvalidValue) in try CIDRBlock(parsing: text.value)
      }
      checkSize(block, of: cell.value.name, at: text.location)
      return Placed(block, at: text.location)
    }
    guard let index = cell.value.index else {
      report(
        "incomplete", at: cell.location, "\(cell.value.name) has no address space",
        fix: "write `index: …`, a number that no other cell has, for 10.<index>.0.0/16")
      return Placed(StandIn.network, at: cell.location)
    }
    guard let block = networkBlock(index) else {
      report(
        "invalid-value", at: cell.location,
        "\(cell.value.name) has the index \(index); its network would be 10.\(index).0.0/16",
        fix: "write an index from 0 to 255")
      return Placed(StandIn.network, at: cell.location)
    }
    return Placed(block, at: cell.location)
  }

  /// The subnets of the tiers are cut from a /16, and pods need the addresses.
  private mutating func checkSize(
    _ block: CIDRBlock, of cell: String, at location: SourceLocation
  ) {
    if block.prefixLength != 16 {
      report(
        "invalid-value", at: location, "\(cell) has the network \(block); a cell has a /16",
        fix: "write a block that ends with /16")
    } else if !block.isPrivate {
      report(
        "invalid-value", at: location,
        "\(cell) has the network \(block), which is public address space",
        fix: "write a block of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16")
    }
  }
}
