import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// A cell's Aurora clusters, each with its key, network, parameters, log and instances.
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
  /// The clusters' blocks with the groups that say who may connect.
  private var securityGroups: [(block: String, group: AWS.SecurityGroup.Attributes)] = []

  init(
    _ cell: ResolvedCell, of environment: ResolvedEnvironment, in network: NetworkComponent,
    for clients: ClusterComponent
  ) {
    self.cell = cell
    self.environment = environment
    component = TerraformComponent("database", of: .cell(cell), owner: cell.name)
    let clusters = environment.databaseClusters(of: cell)
    guard !clusters.isEmpty else { return }
    let monitoringRole = component.addDatabaseMonitoringRole(in: cell)
    for cluster in clusters { add(cluster, in: network, monitoredBy: monitoringRole) }
    admit(clients)
  }

  /// Lets the cell's nodes and pods connect to every database of the cell.
  private mutating func admit(_ clients: ClusterComponent) {
    for (block, group) in securityGroups {
      component.add(
        Resource(AWS.VPCSecurityGroupIngressRule.self, "\(block)_nodes") {
          $0.securityGroupID = group.id
          $0.description = "PostgreSQL from the nodes and pods of the cell"
          $0.referencedSecurityGroupID = clients.securityGroupID
          $0.ipProtocol = "tcp"
          $0.fromPort = Argument(Self.port)
          $0.toPort = Argument(Self.port)
        }, because: "nodes and pods of the cell reach the database; from elsewhere nobody does",
        at: cell.location)
    }
  }

  private mutating func add(
    _ cluster: DatabaseCluster, in network: NetworkComponent,
    monitoredBy monitoringRole: MonitoringRole
  ) {
    let key = addKey(for: cluster)
    let surroundings = DatabaseSurroundings(
      key: key, subnetGroup: addSubnetGroup(for: cluster, in: network),
      securityGroup: addSecurityGroup(for: cluster, in: network),
      parameterGroup: component.addParameterGroup(for: cluster, in: cell),
      log: addLog(of: cluster, encryptedWith: key), password: addPassword(of: cluster),
      maintenance: DatabaseMaintenance(
        cluster.database.value.windows,
        on: environment.maintenanceDay(of: cluster.database.value, in: cell)))
    let attributes = component.add(
      cluster.resource(in: cell, of: environment, surroundings),
      because: "the cell's cluster of \(cluster.name): a storage volume with its endpoints",
      at: cluster.database.location)
    for number in 0..<cluster.database.value.instanceCount {
      component.add(
        cluster.instance(
          number + 1, in: cell, network, of: attributes, surroundings,
          monitoredBy: monitoringRole),
        because: "instance \(number + 1) of the cluster; one writes, the others read and take over",
        at: cluster.database.location)
    }
    publish(.writer, of: cluster, writer(of: attributes))
    publish(.reader, of: cluster, attributes.readerEndpoint)
  }

  /// The writer's host name, which differs from the reader's by `cluster` instead of `cluster-ro`.
  ///
  /// Not the cluster's `endpoint`: RDS tells it of the cluster that writes only, and Systems Manager
  /// takes no empty value. The name itself is a secondary's from the start and leads somewhere once a
  /// switchover makes it the primary; so the parameter never changes either.
  /// Sources: Amazon Aurora User Guide, "Cluster endpoints" and "Reader endpoints";
  /// terraform-provider-aws issue 14219, 2026-11.
  private func writer(of cluster: AWS.RDSCluster.Attributes) -> Argument<String> {
    cluster.readerEndpoint.applying("replace", "\".cluster-ro-\"", "\".cluster-\"")
  }

  /// RDS uses the key by grants that whoever creates the cluster gives it, so only the log, which
  /// holds the text of slow statements, needs a statement of its own.
  ///
  /// Source: Amazon Aurora User Guide, "AWS KMS key management", 2026-11.
  private mutating func addKey(for cluster: DatabaseCluster) -> AWS.KMSKey.Attributes {
    let database = cluster.database.value.database
    let log = cell.scope.logGroupARN(cell.scope.logGroup(of: database))
    return component.addKey(
      cluster.block, for: "Database \(cluster.name) of \(cell.name)",
      alias: cell.scope.keyAlias(of: database),
      users: [.keyUse(byLogGroups: log, in: cell.region)],
      of: environment, at: cluster.database.location)
  }

  private mutating func addSubnetGroup(
    for cluster: DatabaseCluster, in network: NetworkComponent
  ) -> AWS.DBSubnetGroup.Attributes {
    component.add(
      Resource(AWS.DBSubnetGroup.self, cluster.block) {
        $0.name = Argument(cell.scope.name(of: cluster.database.value.database))
        $0.description = Argument("Database \(cluster.name) of \(cell.name)")
        $0.subnetIDs = Argument(network.databaseSubnets.map(\.id))
      }, because: "keeps the cluster in the subnets that have no route to the internet",
      at: cluster.database.location)
  }

  /// Nobody gets in but who is admitted, and nothing gets out.
  ///
  /// The provider takes away the rule that AWS gives every new group, which lets everything out.
  /// Source: provider 5.100, `aws_security_group`, "NOTE on Egress rules".
  private mutating func addSecurityGroup(
    for cluster: DatabaseCluster, in network: NetworkComponent
  ) -> AWS.SecurityGroup.Attributes {
    let name = cell.scope.name(of: cluster.database.value.database)
    let group = component.add(
      Resource(AWS.SecurityGroup.self, cluster.block) {
        $0.name = Argument(name)
        $0.description = Argument("Database \(cluster.name) of \(cell.name)")
        $0.vpcID = network.vpc.id
        $0.tags = ["Name": Argument(name)]
      }, because: "who may reach \(cluster.name): nobody but by the rules that name it",
      at: cluster.database.location)
    securityGroups.append((cluster.block, group))
    return group
  }

  /// Made before the cluster, because a group that Aurora makes keeps its lines for ever.
  private mutating func addLog(
    of cluster: DatabaseCluster, encryptedWith key: AWS.KMSKey.Attributes
  ) -> TerraformReference {
    let retention = cell.observability.logRetention.value
    return component.add(
      Resource(AWS.CloudWatchLogGroup.self, cluster.block) {
        $0.name = Argument(cell.scope.logGroup(of: cluster.database.value.database))
        $0.retentionInDays = Argument(retention.seconds / 86_400)
        $0.kmsKeyID = key.arn
      }, because: "keeps what PostgreSQL logs; RDS would make it without key and end",
      at: cluster.database.location
    ).reference
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
        }, because: "reads the master user's password at the apply, so that no state holds it",
        at: cluster.database.location)
      let value: Argument<TerraformJSON> = secret.secretString.applying("jsondecode")
      let name = "\(cluster.block)_master_user"
      let _: Argument<TerraformJSON> = component.local(
        name, value.json, at: cluster.database.location)
      return TerraformReference(TerraformAddress(.local, name: name), in: component.root)
        .attribute("password")
    }
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
      },
      because: "tells the services of the cell where the \(endpoint.rawValue) of"
        + " \(cluster.name) is",
      at: cluster.database.location)
  }
}
