import CellContract
import CellDescription
import CellModel
import SourceLocations
import TerraformAWS
import TerraformDocument

extension NetworkComponent {
  mutating func addInternetGateway() -> AWS.InternetGateway.Attributes {
    component.add(
      Resource(AWS.InternetGateway.self, "main") {
        $0.vpcID = vpc.id
        $0.tags = ["Name": Argument(cell.scope.prefix)]
      }, because: "the cell's way to and from the internet",
      at: location)
  }

  /// One in every zone, or one in the first for all of them.
  mutating func addNATGateways(
    behind gateway: AWS.InternetGateway.Attributes
  ) -> [AWS.NATGateway.Attributes] {
    let zones =
      switch cell.network.natGateways {
      case .onePerZone: cell.network.zoneIDs
      case .one: Array(cell.network.zoneIDs.prefix(1))
      }
    return zip(zones, publicSubnets).map { zone, subnet in
      let name = "\(cell.scope.prefix)-nat-\(zone)"
      let address = component.add(
        Resource(AWS.EIP.self, blockName("nat", zone)) {
          $0.domain = "vpc"
          $0.tags = ["Name": Argument(name)]
        }, because: "the address by which the outside sees what private subnets of the zone call",
        at: location)
      // The provider asks for this order: an address is of no use before the internet gateway.
      let order = MetaArguments(dependsOn: [gateway.reference])
      return component.add(
        Resource(AWS.NATGateway.self, blockName(zone), meta: order) {
          $0.allocationID = address.id
          $0.subnetID = subnet.id
          $0.tags = ["Name": Argument(name)]
        }, because: "nodes and pods call the internet through it, and nobody reaches them",
        at: location)
    }
  }
}
