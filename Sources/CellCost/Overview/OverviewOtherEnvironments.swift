import CellPrimitives

/// "Cost by Environment", which gives totals alone: what its words count is a reading of ours.
extension OverviewFigures {
  static let staging = OverviewFigures(
    environment: "staging",
    lines: [
      OverviewLine(
        "Staging", "Single region, t3.large, db.r6g.large, multi-AZ", cents: 400_00, of: nil,
        counting: [
          .init(.clusterHour, overviewHours(1), "one for each cell"),
          .init(
            .databaseInstanceHour(.r6gLarge), overviewHours(2), "multi-AZ is two instances"),
          .init(.natGatewayHour, overviewHours(3), "one for each zone"),
          .init(.loadBalancerHour, overviewHours(1), "one for each cell"),
        ],
        because: "it gives no parts, and its words alone (a control plane, two instances for "
          + "multi-AZ, a NAT gateway for each of three zones, a load balancer) cost more than its "
          + "figure, before the first machine")
    ],
    region: .usEast1)

  static let development = OverviewFigures(
    environment: "development",
    lines: [
      OverviewLine(
        "Development", "Single region, t3.medium, db.t4g.medium, no multi-AZ", cents: 180_00,
        of: nil,
        counting: [
          .init(.clusterHour, overviewHours(1), "one for each cell"),
          .init(.databaseInstanceHour(.t4gMedium), overviewHours(1), "no multi-AZ is one instance"),
          .init(
            .natGatewayHour, overviewHours(1),
            "\"no multi-AZ\" is read as one, although its table of sizes has one for each zone"),
          .init(.loadBalancerHour, overviewHours(1), "one for each cell"),
        ],
        because: "it gives no parts; what its words leave of its figure (a control plane, an "
          + "instance, a NAT gateway, a load balancer) would not pay for one t3.medium")
    ],
    region: .usEast1)
}
