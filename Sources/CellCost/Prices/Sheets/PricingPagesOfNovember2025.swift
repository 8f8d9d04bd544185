import CellModel
import CellPrimitives

extension PriceSheet {
  /// What AWS's pricing pages showed on 2025-11-04, for every region.
  static let pricingPagesOfNovember2025 = PriceSheet(
    FactDate(2025, 11, 4), source: fetchedPricingPages,
    [
      .clusterHour: "0.1 everywhere",
      .clusterExtendedSupportHour: "0.5 everywhere",
      .fargateCPUHour: """
      0.04048 euw1 use1 use2 usw2; 0.04256 aps1; 0.0445 eun1; 0.04456 cac1;
      0.04656 apne2 euc1 euw2 usw1; 0.04856 apse2; 0.0486 euw3; 0.05056 apne1 apne3 apse1;
      0.0696 sae1
      """,
      .fargateMemoryHour: """
      0.004445 euw1 use1 use2 usw2; 0.004655 aps1; 0.004865 cac1; 0.0049 eun1;
      0.00511 apne2 euc1 euw2 usw1; 0.0053 euw3; 0.00532 apse2; 0.00553 apne1 apne3 apse1;
      0.0076 sae1
      """,
      .natGatewayHour: """
      0.045 use1 use2 usw2; 0.046 eun1; 0.048 euw1 usw1; 0.05 cac1 euw2 euw3; 0.052 euc1;
      0.056 aps1; 0.059 apne2 apse1 apse2; 0.062 apne1 apne3; 0.093 sae1
      """,
      .natGatewayGigabyte: """
      0.045 use1 use2 usw2; 0.046 eun1; 0.048 euw1 usw1; 0.05 cac1 euw2 euw3; 0.052 euc1;
      0.056 aps1; 0.059 apne2 apse1 apse2; 0.062 apne1 apne3; 0.093 sae1
      """,
      .publicAddressHour: "0.005 everywhere",
      .endpointHour: """
      0.01 use1 use2 usw2; 0.0105 eun1; 0.011 cac1 euw1 euw2 euw3 usw1; 0.012 euc1;
      0.013 apne2 aps1 apse1 apse2; 0.014 apne1 apne3; 0.021 sae1
      """,
      .endpointGigabyte: "0.01 everywhere",
      .webACL: "5 everywhere",
      .webACLRule: "1 everywhere",
      .webRequests: "0.6 everywhere",
      .key: "1 everywhere",
      .keyRequests: "3 everywhere",
      .tableReads: """
      0.125 use1 use2 usw2; 0.1345 eun1; 0.1355 apne2; 0.1375 cac1; 0.1395 usw1; 0.1415 euw1;
      0.1425 apne1 apne3 aps1 apse1 apse2; 0.1487 euw2 euw3; 0.1525 euc1; 0.1875 sae1
      """,
      .tableWrites: """
      0.625 use1 use2 usw2; 0.67 eun1; 0.68 apne2; 0.6875 cac1; 0.695 usw1; 0.705 euw1;
      0.71 aps1 apse1 apse2; 0.715 apne1 apne3; 0.7423 euw2 euw3; 0.7625 euc1; 0.9375 sae1
      """,
      .tableReplicatedWrites: """
      0.625 use1 use2 usw2; 0.67 eun1; 0.68 apne2; 0.6875 cac1; 0.695 usw1; 0.705 euw1;
      0.71 aps1 apse1 apse2; 0.715 apne1 apne3; 0.7423 euw2 euw3; 0.7625 euc1; 0.9375 sae1
      """,
      .tableStorage: """
      0.25 use1 use2 usw2; 0.269 eun1; 0.27075 apne2; 0.275 cac1; 0.28 usw1; 0.283 euw1;
      0.285 apne1 apne3 aps1 apse1 apse2; 0.29715 euw2 euw3; 0.306 euc1; 0.375 sae1
      """,
      .tableRecovery: """
      0.2 use1 use2 usw2; 0.21 eun1; 0.2166 apne2; 0.22 cac1 euw1; 0.224 usw1;
      0.228 apne1 apne3 aps1 apse1 apse2; 0.23772 euw2 euw3; 0.2448 euc1; 0.3 sae1
      """,
      .logIngestion: """
      0.5 use1 use2 usw2; 0.54 eun1; 0.55 cac1; 0.57 euw1; 0.5985 euw2 euw3; 0.63 euc1;
      0.67 aps1 apse2 usw1; 0.7 apse1; 0.76 apne1 apne2 apne3; 0.9 sae1
      """,
      .vendedLogs: """
      0.5 use1 use2 usw2; 0.54 eun1; 0.55 cac1; 0.57 euw1; 0.5985 euw2 euw3; 0.63 euc1;
      0.67 aps1 apse2 usw1; 0.7 apse1; 0.76 apne1 apne2 apne3; 0.9 sae1
      """,
      .logStorage: """
      0.028 eun1; 0.03 aps1 apse1 euw1 use1 use2 usw2; 0.0314 apne2; 0.0315 euw2 euw3;
      0.0324 euc1; 0.033 apne1 apne3 apse2 cac1 usw1; 0.0408 sae1
      """,
      .metric: "0.3 everywhere",
      .insightsObservations: "0.21 everywhere",
      .alarm: """
      0.1 apne1 apne2 apne3 aps1 apse1 apse2 cac1 euc1 eun1 euw1 euw2 euw3 use1 use2 usw1 usw2;
      0.135 sae1
      """,
      .fastAlarm: """
      0.3 apne1 apne2 apne3 aps1 apse1 apse2 cac1 euc1 eun1 euw1 euw2 euw3 use1 use2 usw1 usw2;
      0.405 sae1
      """,
      .compositeAlarm: """
      0.5 apne1 apne2 apne3 aps1 apse1 apse2 cac1 euc1 eun1 euw1 euw2 euw3 use1 use2 usw1 usw2;
      0.675 sae1
      """,
      .topicRequests: "0.5 everywhere",
      .topicEmails: "0.02 everywhere",
      .bucketStorage: """
      0.023 eun1 euw1 use1 use2 usw2; 0.024 euw2 euw3; 0.0245 euc1;
      0.025 apne1 apne2 apne3 aps1 apse1 apse2 cac1; 0.026 usw1; 0.0405 sae1
      """,
      .bucketWrites: """
      4.5 apne2; 4.7 apne1 apne3; 5 aps1 apse1 eun1 euw1 use1 use2 usw2; 5.3 euw2 euw3; 5.4 euc1;
      5.5 apse2 cac1 usw1; 7 sae1
      """,
      .functionRequests: "0.2 everywhere",
      .functionDuration(.amd64): "16.6667 everywhere",
      .functionDuration(.arm64): "13.3334 everywhere",
      .auditDataEvents: "1 everywhere",
      .dnsQueries:
        "0.4 apne1 apne2 aps1 apse1 apse2 cac1 euc1 eun1 euw1 euw2 euw3 sae1 use1 use2 usw1 usw2",
    ])

  static let fetchedPricingPages =
    "the data that AWS's pricing pages load (awsstatic.com, pricing/2.0/meteredUnitMaps), as kept "
    + "in github.com/lamngockhuong/aws-price, lib/data/pricing, fetched 2025-11-04"
}
