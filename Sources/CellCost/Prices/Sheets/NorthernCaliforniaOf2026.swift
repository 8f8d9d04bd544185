import CellModel
import CellPrimitives

extension PriceSheet {
  /// The AWS Price List of us-west-1, by stock-keeping unit.
  static let northernCaliforniaOfSeptember2026 = PriceSheet(
    FactDate(2026, 9, 29),
    source: "AWS Price List, offers/v1.0/aws/<service>/current/us-west-1, as quoted with its SKUs "
      + "in github.com/EA-AI-Projects/small-business-scheduling-assistant",
    [
      .tableReads: "0.1395 usw1",
      .tableWrites: "0.695 usw1",
      .tableStorage: "0.28 usw1",
      .tableRecovery: "0.224 usw1",
      .queueRequests: "0.4 usw1",
      .topicEmails: "0.02 usw1",
      .logIngestion: "0.67 usw1",
      .logStorage: "0.033 usw1",
      .alarm: "0.1 usw1",
      .metric: "0.3 usw1",
      .key: "1 usw1",
      .keyRequests: "3 usw1",
      .bucketStorage: "0.026 usw1",
      .bucketWrites: "5.5 usw1",
      .functionRequests: "0.2 usw1",
      .functionDuration(.arm64): "13.3334 usw1",
      .internetGigabyte: "0.09 usw1",
    ])

  /// What the pricing page of load balancers showed on 2026-04-03.
  static let loadBalancersOfApril2026 = PriceSheet(
    FactDate(2026, 4, 3), source: watchedPricingPages,
    [
      .loadBalancerHour: "0.0225 usw2; 0.0252 usw1",
      .loadBalancerUnitHour: "0.008 usw1 usw2",
    ])

  /// What the pricing page of Secrets Manager showed on 2026-08-31.
  static let secretsOfAugust2026 = PriceSheet(
    FactDate(2026, 8, 31), source: watchedPricingPages,
    [
      .secret: "0.4 eun1 euw2 euw3 sae1 use1 use2 usw1 usw2",
      .secretRequests: "5 eun1 euw3 sae1 use1 use2 usw1 usw2",
    ])
}
