import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

extension DatabaseCluster {
  /// One instance; the version is the cluster's, so none upgrades by itself.
  ///
  /// The first two take over from each other before all others, and of a serverless cluster keep the
  /// same capacity for it. Each is in the zone after its forerunner's, which Aurora promises only
  /// for instances that are created one by one. The certificate authority is the newest that clients
  /// of every kind know, and is stated so that AWS's next one comes when we are ready for it.
  /// Performance data is kept as long as costs nothing, and machines are measured once a minute.
  /// Sources: Amazon Aurora User Guide, "High availability for Amazon Aurora", "How Aurora serverless
  /// scaling works", "Using SSL/TLS to encrypt a connection to a DB cluster", "Amazon Aurora DB
  /// engine, Region, and instance class support for Database Insights" (every class of Aurora
  /// PostgreSQL), "OS metrics in Enhanced Monitoring", 2026-11.
  func instance(
    _ number: Int, in cell: ResolvedCell, _ network: NetworkComponent,
    of cluster: AWS.RDSCluster.Attributes, _ surroundings: DatabaseSurroundings,
    monitoredBy role: MonitoringRole
  ) -> Resource<AWS.RDSClusterInstance> {
    let database = database.value
    let zones = network.databaseSubnets.map(\.availabilityZone)
    let meta = MetaArguments(dependsOn: [role.policy])
    return Resource(
      AWS.RDSClusterInstance.self, blockName(name, String(number)), meta: meta
    ) {
      $0.identifier = Argument(cell.scope.instanceName(number, of: database.database))
      $0.clusterIdentifier = cluster.id
      $0.engine = cluster.engine
      $0.instanceClass = Argument(database.instance.name)
      $0.dbSubnetGroupName = surroundings.subnetGroup.name
      $0.availabilityZone = zones[(number - 1) % zones.count]
      $0.promotionTier = Argument(min(number - 1, 15))
      $0.publiclyAccessible = false
      $0.caCertIdentifier = "rds-ca-rsa2048-g1"
      $0.autoMinorVersionUpgrade = false
      $0.applyImmediately = false
      $0.copyTagsToSnapshot = true
      $0.preferredMaintenanceWindow = Argument(surroundings.maintenance.maintenanceWindow)
      $0.monitoringInterval = 60
      $0.monitoringRoleARN = role.arn
      $0.performanceInsightsEnabled = true
      $0.performanceInsightsKMSKeyID = surroundings.key.arn
      $0.performanceInsightsRetentionPeriod = 7
    }
  }
}
