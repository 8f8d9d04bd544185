import CellPrimitives

extension OverviewFigures {
  /// "Estimated Monthly Costs (Production)".
  static let production = OverviewFigures(
    environment: "production",
    lines: [
      OverviewLine(
        "EKS Cluster", "Control plane (2 regions)", cents: 146_00, of: [.eks],
        counting: [.init(.clusterHour, overviewHours(2), "one for each cell")],
        because: "it is rounded"),
      OverviewLine(
        "EC2 Instances (Karpenter)", "3x t3.large (spot 70%)", cents: 76_00, of: [.ec2],
        counting: [
          .init(
            .machineHour(.t3Large), overviewHours(3).percent(Quantity(30)),
            "each cell keeps a node group on demand beside Karpenter's machines, for what must not "
              + "be interrupted"),
          .init(
            .spotMachineHour(.t3Large), overviewHours(3).percent(Quantity(70)),
            "Karpenter's machines are assumed for each cell"),
        ],
        because: "its figure would take a saving of 83% on the spot machines, and it states 60-70%"),
      OverviewLine(
        "Aurora Global Database", "2x db.r6g.large", cents: 438_00, of: [.aurora],
        counting: [
          .init(
            .databaseInstanceHour(.r6gLarge), overviewHours(2),
            "each cell's cluster has a second instance in another zone, which takes over within "
              + "the region")
        ],
        because: "its figure takes $0.30 an hour, which is not what AWS asks"),
      OverviewLine(
        "DynamoDB", "On-Demand (10GB, 1M reads/writes)", cents: 26_00, of: [.dynamoDB],
        counting: [
          .init(.tableReads, Quantity(1), "reads are assumed in the tables' home"),
          .init(
            .tableReplicatedWrites, Quantity(1),
            "a write to a global table is paid for in each of its regions"),
          .init(
            .tableStorage, Quantity(10), "a global table is stored in each of its regions"),
        ],
        because: "its quantities do not make its figure"),
      OverviewLine(
        "ALB", "2 load balancers", cents: 33_00, of: [.loadBalancing],
        counting: [.init(.loadBalancerHour, overviewHours(2), "one for each cell")],
        because: "it is rounded"),
      OverviewLine(
        "NAT Gateway", "2 regions × 3 AZs", cents: 194_00, of: [.natGateways],
        counting: [
          .init(
            .natGatewayHour, overviewHours(6),
            "one for each zone, and us-west-1 offers two zones to most accounts")
        ],
        because:
          "it takes 720 hours for a month where its other lines take 730, and drops the cents"),
      OverviewLine(
        "Data Transfer", "Cross-region, internet egress", cents: 50_00, of: [.dataTransfer],
        counting: [], because: "it states no amount of data, so nothing can be made of its figure"),
      OverviewLine(
        "CloudWatch", "Logs, metrics, alarms", cents: 25_00, of: [.cloudWatch],
        counting: [],
        because: "it states no amount of logs or metrics, so nothing can be made of its figure"),
      OverviewLine(
        "Route53", "Hosted zone + health checks", cents: 1_00, of: [.route53],
        counting: [
          .init(.hostedZone, Quantity(1), "one for the environment"),
          .init(
            .healthCheck, Quantity(1),
            "one for each cell, one that is the switch of a takeover, and one that combines them"),
        ],
        because: "it is rounded"),
      OverviewLine(
        "Secrets Manager", "6 secrets", cents: 2_40, of: [.secretsManager],
        counting: [
          .init(
            .secret, Quantity(6),
            "a secret has a replica in each other region, so that no cell needs another region to "
              + "start")
        ],
        because: "it is rounded"),
    ],
    region: .usEast1)
}
