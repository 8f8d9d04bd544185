import CellDescription
import CellPrimitives
import SourceLocations

extension Resolution {
  mutating func network(of cell: Placed<Cell>, _ layers: CellLayers) -> ResolvedNetwork {
    let elements = layers.all(\.networks)
    if elements.isEmpty {
      report(
        "incomplete", at: cell.location, "\(cell.value.name) has no network",
        fix: .write("VPC()", in: cell.location, called: cell.value.name))
    }
    let offered = RegionFacts.availabilityZoneIDs(for: cell.value.region)
    let location = elements.last?.location ?? cell.location
    let zones =
      elements.strongest(\.availabilityZones)
      ?? Placed(min(3, offered.count), at: location)
    let endpoints = elements.strongest(\.endpoints)
    return ResolvedNetwork(
      index: cell.value.index, cidr: cidr(of: cell, elements), zoneCount: zones,
      zoneIDs: Array(offered.prefix(max(0, zones.value))),
      natGateways: elements.strongest(\.natGateways)?.value ?? .onePerZone,
      endpoints: Placed(
        (endpoints?.value ?? [.s3, .dynamoDB]).sorted { $0.rawValue < $1.rawValue },
        at: endpoints?.location ?? location),
      location: location)
  }

  /// The explicit block, or the one of the cell's index.
  private mutating func cidr(
    of cell: Placed<Cell>, _ elements: [Placed<VPC>]
  ) -> Placed<CIDRBlock> {
    if let text = elements.strongest(\.cidr) {
      let location = text.location
      let block = read(at: location, writing: { "cidr: \($0)" }) { () throws(InvalidValue) in
        try CIDRBlock(parsing: text.value)
      }
      if let block, isFit(block, at: location) { return Placed(block, at: location) }
      return Placed(standIn(StandIn.network, for: .network, at: location), at: location)
    }
    guard let index = cell.value.index else {
      report(
        "incomplete", at: cell.location, "\(cell.value.name) has no address space",
        fix: fixOfIndex(at: cell.location))
      return Placed(standIn(StandIn.network, for: .network, at: cell.location), at: cell.location)
    }
    guard let block = networkBlock(index) else {
      report(
        "invalid-value", at: cell.location,
        "\(cell.value.name) has the index \(index); its network would be 10.\(index).0.0/16",
        fix: fixOfIndex(at: cell.location))
      return Placed(standIn(StandIn.network, for: .network, at: cell.location), at: cell.location)
    }
    return Placed(block, at: cell.location)
  }

  /// An index that no other cell of the fleet has, nor is given as its fix.
  private mutating func fixOfIndex(at location: SourceLocation) -> Fix {
    guard let index = freeIndexes.popFirst() else {
      return "give the cell a /16 of 172.16.0.0/12 or 192.168.0.0/16 with `VPC(cidr:)`"
    }
    return .write("index: \(index)", at: location).saying("the next free one")
  }

  /// Whether `block` is a private /16, from which the subnets of the tiers are cut.
  private mutating func isFit(_ block: CIDRBlock, at location: SourceLocation) -> Bool {
    if !block.isPrivate {
      report(
        "invalid-value", at: location, "\(block) is not private address space",
        fix: freeIndexes.popFirst().map {
          .write("cidr: \"10.\($0).0.0/16\"", at: location).or("another private /16")
        } ?? "write a /16 of 172.16.0.0/12 or 192.168.0.0/16")
      return false
    }
    if block.prefixLength != 16 {
      let bytes = (block.address >> 24, block.address >> 16 & 0xFF)
      report(
        "invalid-value", at: location, "the network of a cell is a /16, and \(block) is none",
        fix: .write("cidr: \"\(bytes.0).\(bytes.1).0.0/16\"", at: location))
      return false
    }
    return true
  }
}
