import CellContract
import CellModel
import SourceLocations
import TerraformAWS
import TerraformDocument

extension NetworkComponent {
  mutating func addPublicRoutes(
    through gateway: AWS.InternetGateway.Attributes
  ) -> AWS.RouteTable.Attributes {
    let table = addRouteTable("public")
    component.add(
      Resource(AWS.Route.self, "public_internet") {
        $0.routeTableID = table.id
        $0.destinationCIDRBlock = "0.0.0.0/0"
        $0.gatewayID = gateway.id
      }, because: "public subnets reach the internet by the internet gateway",
      at: location)
    for (zone, subnet) in zip(cell.network.zoneIDs, publicSubnets) {
      associate(subnet, with: table, blockName("public", zone))
    }
    return table
  }

  /// One table in each zone, so that its traffic can take the zone's own NAT gateway.
  mutating func addPrivateRoutes(
    through gateways: [AWS.NATGateway.Attributes]
  ) -> [AWS.RouteTable.Attributes] {
    zip(cell.network.zoneIDs, privateSubnets).enumerated().map { number, place in
      let (zone, subnet) = place
      let table = addRouteTable("private-\(zone)")
      let route = component.add(
        Resource(AWS.Route.self, blockName("private_internet", zone)) {
          $0.routeTableID = table.id
          $0.destinationCIDRBlock = "0.0.0.0/0"
          $0.natGatewayID = gateways[min(number, gateways.count - 1)].id
        }, because: "private subnets of the zone reach the internet by a NAT gateway",
        at: location)
      let association = associate(subnet, with: table, blockName("private", zone))
      privateRouting += [route.reference, association]
      return table
    }
  }

  /// A table without routes: what is in these subnets talks to the VPC and to nothing else.
  mutating func addDatabaseRoutes() {
    let table = addRouteTable("database")
    for (zone, subnet) in zip(cell.network.zoneIDs, databaseSubnets) {
      associate(subnet, with: table, blockName("database", zone))
    }
  }

  private mutating func addRouteTable(_ name: String) -> AWS.RouteTable.Attributes {
    component.add(
      Resource(AWS.RouteTable.self, blockName(name)) {
        $0.vpcID = vpc.id
        $0.tags = ["Name": Argument("\(cell.scope.prefix)-\(name)")]
      }, because: "the routes of subnets of one kind",
      at: location)
  }

  @discardableResult
  private mutating func associate(
    _ subnet: AWS.Subnet.Attributes, with table: AWS.RouteTable.Attributes, _ name: String
  ) -> TerraformReference {
    component.add(
      Resource(AWS.RouteTableAssociation.self, name) {
        $0.subnetID = subnet.id
        $0.routeTableID = table.id
      }, because: "gives the subnet its routes",
      at: location
    ).reference
  }
}
