import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

extension NetworkComponent {
  /// A tier's subnets, by zone.
  ///
  /// No machine gets a public address by being started: what must be reached from outside is a load
  /// balancer, and a NAT gateway has an address of its own.
  mutating func addSubnets(of tier: NetworkTier) -> [AWS.Subnet.Attributes] {
    zip(cell.network.zoneIDs, tier.blocks(in: cell)).map { zone, block in
      let tags = tier.discoveryTags(in: cell)
      let name = "\(cell.scope.prefix)-\(tier.rawValue)-\(zone)"
      let subnet = Resource(AWS.Subnet.self, blockName(tier.rawValue, zone)) {
        $0.vpcID = vpc.id
        $0.availabilityZoneID = Argument(zone)
        $0.cidrBlock = Argument(block.description)
        $0.mapPublicIPOnLaunch = false
        $0.tags = Argument(tags.merging(["Name": name]) { _, name in name })
      }
      return component.add(
        subnet, because: "\(tier.purpose), in the zone \(zone)",
        at: cell.network.zoneCount.location)
    }
  }
}
