import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// A cell's Aurora clusters, each with its key, network, parameters and instances.
///
/// The primary's cell is applied before the others: AWS refuses a member without a user name and
/// password in a global cluster that is still empty. That is all that ties the roots together, so each
/// can be planned while the other regions are down.
struct DatabaseComponent {
  /// The port that PostgreSQL listens on.
  private static let port = 5432

  private(set) var component: TerraformComponent
  private let cell: ResolvedCell
  private let environment: ResolvedEnvironment

  init(
    _ cell: ResolvedCell, of environment: ResolvedEnvironment, in network: NetworkComponent,
    for clients: ClusterComponent
  ) {
    self.cell = cell
    self.environment = environment
    component = TerraformComponent("database", of: .cell(cell), owner: cell.name)
    for cluster in environment.databaseClusters(of: cell) {
      add(cluster, in: network, for: clients)
    }
  }

  private mutating func add(
    _ cluster: DatabaseCluster, in network: NetworkComponent, for clients: ClusterComponent
  ) {
    let surroundings = DatabaseSurroundings(
      key: addKey(for: cluster), subnetGroup: addSubnetGroup(for: cluster, in: network),
      securityGroup: addSecurityGroup(for: cluster, in: network, for: clients),
      parameterGroup: addParameterGroup(for: cluster), password: addPassword(of: cluster))
    let attributes = component.add(
      cluster.resource(in: cell, of: environment, surroundings), at: cluster.database.location)
    for number in 0..<cluster.database.value.instanceCount {
      addInstance(number + 1, of: cluster, attributes, surroundings)
    }
    publish(.writer, of: cluster, attributes.endpoint)
    publish(.reader, of: cluster, attributes.readerEndpoint)
  }

  private mutating func addKey(for cluster: DatabaseCluster) -> AWS.KMSKey.Attributes {
    component.addKey(
      cluster.block, for: "Database \(cluster.name) of \(cell.name)",
      alias: cell.scope.keyAlias(of: cluster.database.value.database), of: environment,
      at: cluster.database.location)
  }

  private mutating func addSubnetGroup(
    for cluster: DatabaseCluster, in network: NetworkComponent
  ) -> AWS.DBSubnetGroup.Attributes {
    component.add(
      Resource(AWS.DBSubnetGroup.self, cluster.block) {
        $0.name = Argument(cell.scope.name(of: cluster.database.value.database))
        $0.description = Argument("Database \(cluster.name) of \(cell.name)")
        $0.subnetIDs = Argument(network.databaseSubnets.map(\.id))
      }, at: cluster.database.location)
  }

  /// Only nodes and pods of the cell's own cluster get in, and nothing gets out.
  ///
  /// The provider takes away the rule that AWS gives every new group, which lets everything out.
  /// Source: provider 5.100, `aws_security_group`, "NOTE on Egress rules".
  private mutating func addSecurityGroup(
    for cluster: DatabaseCluster, in network: NetworkComponent, for clients: ClusterComponent
  ) -> AWS.SecurityGroup.Attributes {
    let name = cell.scope.name(of: cluster.database.value.database)
    let group = component.add(
      Resource(AWS.SecurityGroup.self, cluster.block) {
        $0.name = Argument(name)
        $0.description = Argument("Database \(cluster.name) of \(cell.name)")
        $0.vpcID = network.vpc.id
        $0.tags = ["Name": Argument(name)]
      }, at: cluster.database.location)
    component.add(
      Resource(AWS.VPCSecurityGroupIngressRule.self, "\(cluster.block)_nodes") {
        $0.securityGroupID = group.id
        $0.description = "PostgreSQL from the nodes and pods of the cell"
        $0.referencedSecurityGroupID = clients.securityGroupID
        $0.ipProtocol = "tcp"
        $0.fromPort = Argument(Self.port)
        $0.toPort = Argument(Self.port)
      }, at: cluster.database.location)
    return group
  }

  /// Refuses connections without TLS, which is the default from version 17 on only.
  ///
  /// Source: Amazon Aurora User Guide, "Securing Aurora PostgreSQL data with SSL/TLS", 2026-11.
  private mutating func addParameterGroup(
    for cluster: DatabaseCluster
  ) -> AWS.RDSClusterParameterGroup.Attributes {
    component.add(
      Resource(AWS.RDSClusterParameterGroup.self, cluster.block) {
        $0.name = Argument(cell.scope.name(of: cluster.database.value.database))
        $0.description = Argument("Database \(cluster.name) of \(cell.name)")
        $0.family = Argument("aurora-postgresql\(cluster.database.value.version.major)")
        $0.parameter = [
          .init {
            $0.name = "rds.force_ssl"
            $0.value = "1"
          }
        ]
      }, at: cluster.database.location)
  }

  /// The master password, read from the secret's replica in the cell's own region; nil for a
  /// secondary, which takes over the primary's users.
  private mutating func addPassword(of cluster: DatabaseCluster) -> Argument<String>? {
    switch cluster.role {
    case .secondary:
      return nil
    case .alone, .primary:
      let secret = component.add(
        Resource(AWS.Ephemeral.SecretsManagerSecretVersion.self, "\(cluster.block)_master_user") {
          $0.secretID = Argument(cluster.masterSecret)
        }, at: cluster.database.location)
      let value: Argument<TerraformJSON> = secret.secretString.applying("jsondecode")
      let name = "\(cluster.block)_master_user"
      let _: Argument<TerraformJSON> = component.local(
        name, value.json, at: cluster.database.location)
      return TerraformReference(TerraformAddress(.local, name: name), in: component.root)
        .attribute("password")
    }
  }

  /// Aurora puts each new instance into the zone that has the fewest.
  ///
  /// The version is the cluster's, so no instance upgrades by itself.
  private mutating func addInstance(
    _ number: Int, of cluster: DatabaseCluster, _ attributes: AWS.RDSCluster.Attributes,
    _ surroundings: DatabaseSurroundings
  ) {
    let database = cluster.database.value
    component.add(
      Resource(AWS.RDSClusterInstance.self, blockName(cluster.name, String(number))) {
        $0.identifier = Argument(cell.scope.instanceName(number, of: database.database))
        $0.clusterIdentifier = attributes.id
        $0.engine = attributes.engine
        $0.instanceClass = Argument(database.instance.name)
        $0.dbSubnetGroupName = surroundings.subnetGroup.name
        $0.publiclyAccessible = false
        $0.autoMinorVersionUpgrade = false
        $0.applyImmediately = false
      }, at: cluster.database.location)
  }

  private mutating func publish(
    _ endpoint: DatabaseEndpoint, of cluster: DatabaseCluster, _ host: Argument<String>
  ) {
    component.add(
      Resource(AWS.SSMParameter.self, blockName(cluster.name, endpoint.rawValue)) {
        $0.name = Argument(
          cell.scope.endpointParameter(endpoint, of: cluster.database.value.database))
        $0.type = "String"
        $0.value = host
      }, at: cluster.database.location)
  }
}
