import CellPrimitives

extension FactRecord {
  /// What the rules know, by name; a test compares the list with the tables in this folder.
  public static let ofRules: [FactRecord] = (general + zones + names).sorted { $0.name < $1.name }

  private static let general = [
    FactRecord("AuroraClassFacts.families", AuroraClassFacts.families),
    FactRecord(
      "AuroraClassFacts.globalDatabaseRequirement", AuroraClassFacts.globalDatabaseRequirement),
    FactRecord("AuroraClassFacts.maximumSecondaries", AuroraClassFacts.maximumSecondaries),
    FactRecord("AuroraLimits.backupRetentionInDays", AuroraLimits.backupRetentionInDays),
    FactRecord("AuroraLimits.leastWindow", AuroraLimits.leastWindow),
    FactRecord("AuroraLimits.serverlessCapacity", AuroraLimits.serverlessCapacity),
    FactRecord("AuroraLimits.serverlessCapacityStep", AuroraLimits.serverlessCapacityStep),
    FactRecord("AuroraLimits.leastServerlessMaximum", AuroraLimits.leastServerlessMaximum),
    FactRecord("AuroraVersionFacts.majorVersions", AuroraVersionFacts.majorVersions),
    FactRecord("AuroraVersionFacts.writeForwarding", AuroraVersionFacts.writeForwarding),
    FactRecord("EKSVersionFacts.releases", EKSVersionFacts.releases),
    FactRecord("FirewallFacts.requests", FirewallFacts.requests),
    FactRecord("FirewallFacts.windows", FirewallFacts.windows),
    FactRecord("InstanceTypeFacts.families", InstanceTypeFacts.families),
    FactRecord("LogRetentionFacts.days", LogRetentionFacts.days),
    FactRecord("MetricFacts.cluster", MetricFacts.cluster),
    FactRecord("MetricFacts.clusterNamespaces", MetricFacts.clusterNamespaces),
    FactRecord("MetricFacts.databases", MetricFacts.databases),
    FactRecord("MetricFacts.deliveryStream", MetricFacts.deliveryStream),
    FactRecord("MetricFacts.functions", MetricFacts.functions),
    FactRecord("MetricFacts.healthChecks", MetricFacts.healthChecks),
    FactRecord("MetricFacts.loadBalancer", MetricFacts.loadBalancer),
    FactRecord("MetricFacts.queues", MetricFacts.queues),
    FactRecord("MetricFacts.tables", MetricFacts.tables),
    FactRecord("QuotaFacts.addresses", QuotaFacts.addresses),
    FactRecord("QuotaFacts.networks", QuotaFacts.networks),
    FactRecord("RegionFacts.zonesRefusedByEKS", RegionFacts.zonesRefusedByEKS),
  ]

  /// The zones of each region; a region's name stands behind a dot, as if it were a table's.
  private static let zones = Region.allCases.map { region in
    FactRecord("RegionFacts.zones.\(region.name)", RegionFacts.zones(of: region))
  }

  private static let names = [
    FactRecord("NameLimits.alarm", NameLimits.alarm),
    FactRecord("NameLimits.clusterParameterGroup", NameLimits.clusterParameterGroup),
    FactRecord("NameLimits.clusterSnapshot", NameLimits.clusterSnapshot),
    FactRecord("NameLimits.dashboard", NameLimits.dashboard),
    FactRecord("NameLimits.dbSubnetGroup", NameLimits.dbSubnetGroup),
    FactRecord("NameLimits.deliveryStream", NameLimits.deliveryStream),
    FactRecord("NameLimits.dnsLabel", NameLimits.dnsLabel),
    FactRecord("NameLimits.dynamoDBTable", NameLimits.dynamoDBTable),
    FactRecord("NameLimits.ecrRepository", NameLimits.ecrRepository),
    FactRecord("NameLimits.eksCluster", NameLimits.eksCluster),
    FactRecord("NameLimits.eksNodeGroup", NameLimits.eksNodeGroup),
    FactRecord("NameLimits.eventRule", NameLimits.eventRule),
    FactRecord("NameLimits.fargateProfile", NameLimits.fargateProfile),
    FactRecord("NameLimits.function", NameLimits.function),
    FactRecord("NameLimits.iamPolicy", NameLimits.iamPolicy),
    FactRecord("NameLimits.iamRole", NameLimits.iamRole),
    FactRecord("NameLimits.inlinePolicy", NameLimits.inlinePolicy),
    FactRecord("NameLimits.instanceProfile", NameLimits.instanceProfile),
    FactRecord("NameLimits.kmsAlias", NameLimits.kmsAlias),
    FactRecord("NameLimits.kubernetesName", NameLimits.kubernetesName),
    FactRecord("NameLimits.launchTemplate", NameLimits.launchTemplate),
    FactRecord("NameLimits.loadBalancer", NameLimits.loadBalancer),
    FactRecord("NameLimits.logGroup", NameLimits.logGroup),
    FactRecord("NameLimits.logStream", NameLimits.logStream),
    FactRecord("NameLimits.metricFilter", NameLimits.metricFilter),
    FactRecord("NameLimits.parameter", NameLimits.parameter),
    FactRecord("NameLimits.rdsCluster", NameLimits.rdsCluster),
    FactRecord("NameLimits.rdsGlobalCluster", NameLimits.rdsGlobalCluster),
    FactRecord("NameLimits.rdsInstance", NameLimits.rdsInstance),
    FactRecord("NameLimits.s3Bucket", NameLimits.s3Bucket),
    FactRecord("NameLimits.savedQuery", NameLimits.savedQuery),
    FactRecord("NameLimits.schedule", NameLimits.schedule),
    FactRecord("NameLimits.secret", NameLimits.secret),
    FactRecord("NameLimits.securityGroup", NameLimits.securityGroup),
    FactRecord("NameLimits.snsTopic", NameLimits.snsTopic),
    FactRecord("NameLimits.sqsQueue", NameLimits.sqsQueue),
    FactRecord("NameLimits.subscriptionFilter", NameLimits.subscriptionFilter),
    FactRecord("NameLimits.targetGroup", NameLimits.targetGroup),
    FactRecord("NameLimits.trail", NameLimits.trail),
    FactRecord("NameLimits.webACL", NameLimits.webACL),
  ]
}
