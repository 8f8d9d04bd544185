import CellModel
import CellPrimitives

extension PriceSheet {
  /// What AWS's pricing pages showed on 2025-05-24, for every region.
  static let pricingPagesOfMay2025 = PriceSheet(
    FactDate(2025, 5, 24), source: watchedPricingPages,
    [
      .loadBalancerHour: """
      0.0225 apne2 use1 use2 usw2; 0.0239 aps1; 0.02394 eun1; 0.0243 apne1 apne3; 0.02475 cac1;
      0.0252 apse1 apse2 euw1 usw1; 0.02646 euw2 euw3; 0.027 euc1; 0.034 sae1
      """,
      .loadBalancerUnitHour: """
      0.0076 eun1; 0.008 apne1 apne2 apne3 aps1 apse1 apse2 euc1 euw1 use1 use2 usw1 usw2;
      0.0084 euw2 euw3; 0.0088 cac1; 0.011 sae1
      """,
      .databaseCapacityHour: """
      0.12 use1 use2 usw2; 0.14 cac1 euc1 eun1 euw1 euw2 euw3; 0.15 apne1 apne3; 0.16 usw1;
      0.18 aps1; 0.2 apne2 apse1 apse2; 0.25 sae1
      """,
      .databaseStorage: """
      0.1 euw2 use1 use2 usw2; 0.11 aps1 apse1 apse2 cac1 eun1 euw1 euw3 usw1; 0.119 euc1;
      0.12 apne1 apne2 apne3; 0.19 sae1
      """,
      .databaseRequests: """
      0.2 euw2 use1 use2 usw2; 0.21 eun1; 0.22 aps1 apse1 apse2 cac1 euc1 euw1 euw3 usw1;
      0.24 apne1 apne2 apne3; 0.28 sae1
      """,
      .databaseBackup: """
      0.02 eun1; 0.021 euw1 use1 use2 usw2; 0.022 euw2 euw3;
      0.023 apne1 apne2 apne3 aps1 apse1 apse2 cac1 euc1; 0.024 usw1; 0.037 sae1
      """,
      .databaseReplicatedWrites: """
      0.2 euw2 use1 use2 usw2; 0.21 eun1; 0.22 aps1 apse1 apse2 cac1 euc1 euw1 euw3 usw1;
      0.24 apne1 apne2 apne3; 0.28 sae1
      """,
      .streamIngestion: """
      0.029 use1 use2 usw2; 0.02945 eun1; 0.031 euw1; 0.032 cac1; 0.033 euc1; 0.034 aps1;
      0.035 euw2 euw3 usw1; 0.036 apne1 apne2; 0.037 apse1 apse2; 0.03915 apne3; 0.058 sae1
      """,
      .streamDecompression: """
      0.00325 use1 use2 usw2; 0.0033 eun1; 0.00348 euw1; 0.00359 cac1; 0.00369 euc1;
      0.00381 aps1; 0.00392 euw2 euw3 usw1; 0.00403 apne1 apne2; 0.00415 apse1 apse2;
      0.00439 apne3; 0.0065 sae1
      """,
      .queueRequests: "0.4 everywhere",
      .secret: "0.4 everywhere",
      .secretRequests: "5 everywhere",
      .imageStorage: "0.1 everywhere",
      .scheduledRuns: """
      1 euw1 use1 use2 usw2; 1.05 aps1; 1.09 eun1; 1.1 cac1; 1.15 apne2 euc1 euw2 usw1;
      1.2 apse2 euw3; 1.25 apne1 apne3 apse1; 1.7 sae1
      """,
    ])

  /// What Aurora's pricing page showed on 2025-05-24 for instances of Aurora PostgreSQL in the
  /// standard configuration.
  static let databasesOfMay2025 = PriceSheet(
    FactDate(2025, 5, 24), source: watchedPricingPages,
    [
      .databaseInstanceHour(.t4gMedium): """
      0.073 use1 use2 usw2; 0.074 eun1; 0.078 euw1; 0.079 cac1; 0.081 euw3; 0.082 euw2;
      0.085 euc1; 0.093 aps1; 0.095 usw1; 0.112 apne3; 0.113 apne1 apne2 apse2; 0.114 apse1;
      0.153 sae1
      """,
      .databaseInstanceHour(.t4gLarge): """
      0.146 use1 use2 usw2; 0.148 eun1; 0.156 euw1; 0.158 cac1; 0.162 euw3; 0.164 euw2;
      0.17 euc1; 0.186 aps1; 0.19 usw1; 0.224 apne3; 0.225 apne1; 0.227 apne2 apse2; 0.229 apse1;
      0.306 sae1
      """,
      .databaseInstanceHour(.t3Medium): """
      0.082 use1 use2 usw2; 0.084 eun1; 0.088 euw1; 0.09 cac1; 0.092 euw3; 0.093 euw2;
      0.096 euc1; 0.106 usw1; 0.118 aps1; 0.125 apne1 apne2 apne3 apse2; 0.126 apse1; 0.168 sae1
      """,
      .databaseInstanceHour(.r5Large): """
      0.29 use1 use2 usw2; 0.3 eun1; 0.32 cac1 euw1 usw1; 0.33 aps1; 0.335 euw3; 0.34 euw2;
      0.35 apne1 apne2 apne3 apse1 apse2 euc1; 0.6 sae1
      """,
      .databaseInstanceHour(.r6gLarge): """
      0.26 use1 use2 usw2; 0.268 eun1; 0.286 cac1 euw1 usw1; 0.295 aps1; 0.299 euw3; 0.304 euw2;
      0.312 apne3; 0.313 apne1 apne2 apse1 apse2 euc1; 0.537 sae1
      """,
      .databaseInstanceHour(.r6gXLarge): """
      0.519 use1 use2 usw2; 0.536 eun1; 0.573 cac1 euw1 usw1; 0.591 aps1; 0.598 euw3; 0.609 euw2;
      0.623 apne3; 0.627 apne1 apne2 apse1 apse2 euc1; 1.074 sae1
      """,
      .databaseInstanceHour(.r6g2XLarge): """
      1.038 use1 use2 usw2; 1.072 eun1; 1.146 cac1 euw1 usw1; 1.181 aps1; 1.196 euw3; 1.217 euw2;
      1.246 apne3; 1.253 apne1 apne2 apse1 apse2 euc1; 2.149 sae1
      """,
      .databaseInstanceHour(.r6iLarge): """
      0.29 use1 use2 usw2; 0.3 eun1; 0.32 cac1 euw1 usw1; 0.33 aps1; 0.335 euw3; 0.34 euw2;
      0.35 apne1 apne2 apne3 apse1 apse2 euc1; 0.6 sae1
      """,
      .databaseInstanceHour(.r7gLarge): """
      0.276 use1 use2 usw2; 0.285 eun1; 0.304 cac1 euw1 usw1; 0.314 aps1; 0.323 euw2;
      0.333 apne1 apne2 apse1 apse2 euc1; 0.571 sae1
      """,
      .databaseInstanceHour(.r7gXLarge): """
      0.553 use1 use2 usw2; 0.57 eun1; 0.608 cac1 euw1 usw1; 0.627 aps1; 0.646 euw2;
      0.665 apne1 apne2 apse1 apse2 euc1; 1.142 sae1
      """,
    ])

  static let watchedPricingPages =
    "the data that AWS's pricing pages load (awsstatic.com, pricing/2.0/meteredUnitMaps), as kept "
    + "in github.com/iann0036/aws-price-watcher, raw/"
}
