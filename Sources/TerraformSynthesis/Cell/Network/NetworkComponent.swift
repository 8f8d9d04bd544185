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
/// Aurora; the last have no route to the internet. Each tier has a network ACL, and all traffic is
/// logged.
struct NetworkComponent {
  var component: TerraformComponent
  let vpc: AWS.VPC.Attributes
  private(set) var publicSubnets: [AWS.Subnet.Attributes] = []
  private(set) var privateSubnets: [AWS.Subnet.Attributes] = []
  private(set) var databaseSubnets: [AWS.Subnet.Attributes] = []
  /// Routes and associations by which private subnets reach the internet; a node that starts before
  /// them can't join its cluster.
  var privateRouting: [TerraformReference] = []

  let cell: ResolvedCell
  var location: SourceLocation { cell.network.location }

  /// - Parameter logsKey: encrypts the log of the network's traffic.
  init(_ cell: ResolvedCell, logsKey: AWS.KMSKey.Attributes) {
    self.cell = cell
    component = TerraformComponent("network", of: .cell(cell), owner: cell.name)
    vpc = component.add(
      Resource(AWS.VPC.self, "main") {
        $0.cidrBlock = Argument(cell.network.cidr.value.description)
        $0.enableDNSHostnames = true
        $0.enableDNSSupport = true
        $0.tags = ["Name": Argument(cell.scope.prefix)]
      }, because: "the network that all of the cell is in; it shares none with another cell",
      at: cell.network.cidr.location)
    publicSubnets = addSubnets(of: .public)
    privateSubnets = addSubnets(of: .private)
    databaseSubnets = addSubnets(of: .database)
    let gateway = addInternetGateway()
    let natGateways = addNATGateways(behind: gateway)
    let routeTables =
      [addPublicRoutes(through: gateway)] + addPrivateRoutes(through: natGateways)
    addDatabaseRoutes()
    addEndpoints(for: routeTables)
    for tier in NetworkTier.allCases { addNetworkACL(of: tier) }
    lockDefaultSecurityGroup()
    addFlowLog(encryptedBy: logsKey)
  }

  func subnets(of tier: NetworkTier) -> [AWS.Subnet.Attributes] {
    switch tier {
    case .public: publicSubnets
    case .private: privateSubnets
    case .database: databaseSubnets
    }
  }
}
