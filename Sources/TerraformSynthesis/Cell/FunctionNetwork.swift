import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

extension TerraformComponent {
  /// The security group of a service's function: out to HTTPS anywhere, as Hacker News and AWS have
  /// no fixed addresses, and to those of `clusters` that the service uses; in from nowhere.
  mutating func addSecurityGroup(
    ofFunction service: Placed<ResolvedService>, of cell: ResolvedCell,
    in network: NetworkComponent, for clusters: [DatabaseCluster]
  ) -> AWS.SecurityGroup.Attributes {
    let name = service.value.name
    let block = blockName(name.rawValue)
    let group = add(
      Resource(AWS.SecurityGroup.self, block) {
        $0.name = Argument(cell.scope.function(of: name))
        $0.description = Argument("Function \(name.rawValue) of \(cell.name)")
        $0.vpcID = network.vpc.id
        $0.tags = ["Name": Argument(cell.scope.function(of: name))]
      }, because: "who may reach the function, and whom it reaches",
      at: service.location)
    add(
      Resource(AWS.VPCSecurityGroupEgressRule.self, "\(block)_https") {
        $0.securityGroupID = group.id
        $0.description = "HTTPS"
        $0.cidrIPv4 = "0.0.0.0/0"
        $0.ipProtocol = "tcp"
        $0.fromPort = 443
        $0.toPort = 443
      }, because: "the function calls AWS and other services over HTTPS",
      at: service.location)
    let used = name.contract.databases
    for cluster in clusters where used.contains(cluster.database.value.database) {
      connect(group, with: cluster, for: service)
    }
    return group
  }

  /// The database's group is found by its block: all blocks of a cluster bear its name.
  private mutating func connect(
    _ group: AWS.SecurityGroup.Attributes, with cluster: DatabaseCluster,
    for service: Placed<ResolvedService>
  ) {
    let name = service.value.name
    let block = blockName(name.rawValue, cluster.name)
    let database = AWS.SecurityGroup.Attributes(
      TerraformReference(
        TerraformAddress(.resource, type: AWS.SecurityGroup.type, name: cluster.block), in: root))
    add(
      Resource(AWS.VPCSecurityGroupEgressRule.self, block) {
        $0.securityGroupID = group.id
        $0.description = Argument("PostgreSQL of \(cluster.name)")
        $0.referencedSecurityGroupID = database.id
        $0.ipProtocol = "tcp"
        $0.fromPort = 5432
        $0.toPort = 5432
      }, because: "the function reaches the database that it declares",
      at: service.location)
    add(
      Resource(AWS.VPCSecurityGroupIngressRule.self, block) {
        $0.securityGroupID = database.id
        $0.description = Argument("PostgreSQL from the function \(name.rawValue)")
        $0.referencedSecurityGroupID = group.id
        $0.ipProtocol = "tcp"
        $0.fromPort = 5432
        $0.toPort = 5432
      }, because: "the database takes connections of the function that declares it",
      at: service.location)
  }
}

extension ServiceContract {
  /// The databases that the service uses.
  fileprivate var databases: Set<Database> {
    Set(
      uses.compactMap { use in
        guard case .database(let database) = use.access.requirement else { return nil }
        return database
      })
  }
}
