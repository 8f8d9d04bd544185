import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// A cell's VPC in three tiers over its zones.
///
/// Public subnets hold NAT gateways and load balancers, private ones nodes and pods, database ones
/// Aurora; the last have no route to the internet.
struct NetworkComponent {
  /// A tier's place in the /16, by zone number from 0.
  ///
  /// `.1`–`.3` and `.21`–`.23` are the overview's; private subnets are /19 because the VPC CNI gives
  /// every pod an address of the VPC. Source: EKS User Guide, "VPC and subnet considerations".
  private enum Tier: String, CaseIterable {
    case `public`, `private`, database

    func block(_ zone: Int, of network: CIDRBlock) -> CIDRBlock? {
      switch self {
      case .public: network.subnet(prefixLength: 24, index: 1 + zone)
      case .private: network.subnet(prefixLength: 19, index: 1 + zone)
      case .database: network.subnet(prefixLength: 24, index: 21 + zone)
      }
    }

    /// Tags by which the load balancer controller finds a tier's subnets.
    /// Source: AWS Load Balancer Controller 2.x, "Subnet auto-discovery", 2026-11.
    var tags: [String: String] {
      switch self {
      case .public: ["kubernetes.io/role/elb": "1"]
      case .private: ["kubernetes.io/role/internal-elb": "1"]
      case .database: [:]
      }
    }
  }

  private(set) var component: TerraformComponent
  let vpc: AWS.VPC.Attributes
  private(set) var publicSubnets: [AWS.Subnet.Attributes] = []
  private(set) var privateSubnets: [AWS.Subnet.Attributes] = []
  private(set) var databaseSubnets: [AWS.Subnet.Attributes] = []
  /// Routes and associations by which private subnets reach the internet; a node that starts before
  /// them can't join its cluster.
  private(set) var privateRouting: [TerraformReference] = []

  private let cell: ResolvedCell
  private var location: SourceLocation { cell.network.location }

  init(_ cell: ResolvedCell) {
    self.cell = cell
    component = TerraformComponent("network", of: .cell(cell), owner: cell.name)
    vpc = component.add(
      Resource(AWS.VPC.self, "main") {
        $0.cidrBlock = Argument(cell.network.cidr.value.description)
        $0.enableDNSHostnames = true
        $0.enableDNSSupport = true
        $0.tags = ["Name": Argument(cell.scope.prefix)]
      }, at: cell.network.cidr.location)
    publicSubnets = addSubnets(of: .public)
    privateSubnets = addSubnets(of: .private)
    databaseSubnets = addSubnets(of: .database)
    let gateway = addInternetGateway()
    let natGateways = addNATGateways(behind: gateway)
    let routeTables =
      [addPublicRoutes(through: gateway)] + addPrivateRoutes(through: natGateways)
    addDatabaseRoutes()
    addEndpoints(for: routeTables)
  }

  private mutating func addSubnets(of tier: Tier) -> [AWS.Subnet.Attributes] {
    cell.network.zoneIDs.enumerated().compactMap { number, zone in
      guard let block = tier.block(number, of: cell.network.cidr.value) else { return nil }
      let name = "\(cell.scope.prefix)-\(tier.rawValue)-\(zone)"
      let subnet = Resource(AWS.Subnet.self, blockName(tier.rawValue, zone)) {
        $0.vpcID = vpc.id
        $0.availabilityZoneID = Argument(zone)
        $0.cidrBlock = Argument(block.description)
        $0.tags = Argument(tier.tags.merging(["Name": name]) { _, name in name })
      }
      return component.add(subnet, at: cell.network.zoneCount.location)
    }
  }

  private mutating func addInternetGateway() -> AWS.InternetGateway.Attributes {
    component.add(
      Resource(AWS.InternetGateway.self, "main") {
        $0.vpcID = vpc.id
        $0.tags = ["Name": Argument(cell.scope.prefix)]
      }, at: location)
  }

  /// One in every zone, or one in the first for all of them.
  private mutating func addNATGateways(
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
        }, at: location)
      // The provider asks for this order: an address is of no use before the internet gateway.
      let order = MetaArguments(dependsOn: [gateway.reference])
      return component.add(
        Resource(AWS.NATGateway.self, blockName(zone), meta: order) {
          $0.allocationID = address.id
          $0.subnetID = subnet.id
          $0.tags = ["Name": Argument(name)]
        }, at: location)
    }
  }

  private mutating func addPublicRoutes(
    through gateway: AWS.InternetGateway.Attributes
  ) -> AWS.RouteTable.Attributes {
    let table = addRouteTable("public")
    component.add(
      Resource(AWS.Route.self, "public_internet") {
        $0.routeTableID = table.id
        $0.destinationCIDRBlock = "0.0.0.0/0"
        $0.gatewayID = gateway.id
      }, at: location)
    for (zone, subnet) in zip(cell.network.zoneIDs, publicSubnets) {
      associate(subnet, with: table, blockName("public", zone))
    }
    return table
  }

  private mutating func addPrivateRoutes(
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
        }, at: location)
      let association = associate(subnet, with: table, blockName("private", zone))
      privateRouting += [route.reference, association]
      return table
    }
  }

  /// A table without routes: what is in these subnets talks to the VPC and to nothing else.
  private mutating func addDatabaseRoutes() {
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
      }, at: location)
  }

  @discardableResult
  private mutating func associate(
    _ subnet: AWS.Subnet.Attributes, with table: AWS.RouteTable.Attributes, _ name: String
  ) -> TerraformReference {
    component.add(
      Resource(AWS.RouteTableAssociation.self, name) {
        $0.subnetID = subnet.id
        $0.routeTableID = table.id
      }, at: location
    ).reference
  }

  private mutating func addEndpoints(for tables: [AWS.RouteTable.Attributes]) {
    for endpoint in cell.network.endpoints {
      component.add(
        Resource(AWS.VPCEndpoint.self, endpoint.rawValue) {
          $0.vpcID = vpc.id
          $0.vpcEndpointType = "Gateway"
          $0.serviceName = "com.amazonaws.\(cell.region.name).\(endpoint.rawValue)"
          $0.routeTableIDs = Argument(tables.map(\.id))
          $0.tags = ["Name": Argument("\(cell.scope.prefix)-\(endpoint.rawValue)")]
        }, at: location)
    }
  }
}
