import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// What a cluster is built into.
struct DatabaseSurroundings {
  /// Encrypts its storage; a region's own, because a key is good in one region only.
  let key: AWS.KMSKey.Attributes
  /// Where its instances are.
  let subnetGroup: AWS.DBSubnetGroup.Attributes
  /// Who may connect.
  let securityGroup: AWS.SecurityGroup.Attributes
  /// What the engine insists on.
  let parameterGroup: AWS.RDSClusterParameterGroup.Attributes
  /// The group that its log goes to.
  let log: TerraformReference
  /// The master user's password; nil where the cluster takes over its users.
  let password: Argument<String>?
  /// When Aurora may work on it.
  let maintenance: DatabaseMaintenance
}

extension DatabaseCluster {
  /// The database's name: `alerts`.
  var name: String { database.value.database.name }
  /// What blocks of the cluster are called.
  var block: String { blockName(name) }

  /// The cluster itself, without instances.
  ///
  /// Nobody logs in with an IAM token: services have a role and its password in their secret, and a
  /// second way in would have to be guarded as well.
  func resource(
    in cell: ResolvedCell, of environment: ResolvedEnvironment,
    _ surroundings: DatabaseSurroundings
  ) -> Resource<AWS.RDSCluster> {
    let isProtected = environment.dataProtection == .preventDestroy
    let meta = environment.protecting(
      MetaArguments(dependsOn: [surroundings.log], ignoreChanges: leftAsFound))
    return Resource(AWS.RDSCluster.self, block, meta: meta) {
      $0.clusterIdentifier = Argument(cell.scope.name(of: database.value.database))
      $0.engine = "aurora-postgresql"
      $0.engineVersion = Argument(database.value.version.description)
      $0.applyImmediately = false
      $0.storageEncrypted = true
      $0.kmsKeyID = surroundings.key.arn
      $0.dbSubnetGroupName = surroundings.subnetGroup.name
      $0.vpcSecurityGroupIDs = Argument([surroundings.securityGroup.id])
      $0.dbClusterParameterGroupName = surroundings.parameterGroup.name
      $0.iamDatabaseAuthenticationEnabled = false
      $0.enabledCloudWatchLogsExports = ["postgresql"]
      $0.backupRetentionPeriod = Argument(
        database.value.backupRetention.map { $0.seconds / 86_400 } ?? (isProtected ? 7 : 1))
      $0.preferredBackupWindow = Argument(surroundings.maintenance.backupWindow)
      $0.preferredMaintenanceWindow = Argument(surroundings.maintenance.maintenanceWindow)
      $0.copyTagsToSnapshot = true
      $0.deletionProtection = Argument(isProtected)
      // Beside the final snapshot, every point in time of the retention period stays restorable. A
      // secondary is removed from its global cluster before it is deleted, and is then like any other.
      // Source: Amazon Aurora User Guide, "Retaining automated backups", 2026-11.
      $0.deleteAutomatedBackups = Argument(!isProtected)
      $0.skipFinalSnapshot = Argument(!isProtected)
      if isProtected {
        $0.finalSnapshotIdentifier = Argument(
          cell.scope.finalSnapshot(of: database.value.database))
      }
      if database.value.instance == .serverless {
        $0.serverlessV2ScalingConfiguration = .init {
          $0.minCapacity = .units(database.value.capacity.minimum)
          $0.maxCapacity = .units(database.value.capacity.maximum)
        }
      }
      setRole(of: &$0, surroundings)
    }
  }

  /// Arguments that say what the cluster is in its global cluster.
  ///
  /// Write forwarding is on for the primary too: it does nothing there, and is in force the moment a
  /// switchover makes the cluster a secondary. `source_region` lets the provider sign the request
  /// that copies an encrypted cluster from another region.
  /// Sources: Amazon RDS API Reference, `CreateDBCluster`, `EnableGlobalWriteForwarding`, 2026-11;
  /// provider 5.100, `aws_rds_cluster`, `source_region`.
  private func setRole(of cluster: inout AWS.RDSCluster, _ surroundings: DatabaseSurroundings) {
    cluster.globalClusterIdentifier = role.globalCluster.map { Argument($0) }
    cluster.enableGlobalWriteForwarding = role.globalCluster.map { _ in true }
    switch role {
    case .alone, .primary:
      cluster.databaseName = Argument(name)
      cluster.masterUsername = Argument(Database.masterUser)
      cluster.masterPasswordWO = surroundings.password
      cluster.masterPasswordWOVersion = Argument(MasterUser.passwordVersion)
    case .secondary(_, let source):
      cluster.sourceRegion = Argument(source.name)
    }
  }

  /// Arguments of a member that a switchover, or an upgrade of the global cluster, changes.
  ///
  /// The provider would answer a difference in `global_cluster_identifier` by detaching the cluster,
  /// in `replication_source_identifier` by promoting it, and in `database_name`, `master_username`
  /// and `source_region` by replacing it, here or when the roles are declared anew. The version comes
  /// from the global cluster. A cluster that is alone has none of this and follows its arguments.
  /// Sources: provider 5.100, `internal/service/rds/cluster.go`; terraform-provider-aws issue 42919.
  private var leftAsFound: [String] {
    guard role.globalCluster != nil else { return [] }
    return [
      "database_name", "engine_version", "global_cluster_identifier", "master_username",
      "replication_source_identifier", "source_region",
    ]
  }
}

extension Argument where Literal == Double {
  /// A number of Aurora capacity units; a whole one without a decimal point.
  fileprivate static func units(_ units: Double) -> Self {
    Int(exactly: units).map { Self($0) } ?? Self(units)
  }
}
