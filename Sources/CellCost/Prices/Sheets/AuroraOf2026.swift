import CellModel
import CellPrimitives

extension PriceSheet {
  /// What AWS itself gives for Aurora PostgreSQL in us-east-1.
  static let auroraOfAugust2026 = PriceSheet(
    FactDate(2026, 8, 20),
    source: "AWS, github.com/aws/agent-toolkit-for-aws, "
      + "skills/…/amazon-aurora-postgresql/references/serverless-advisory-formulas-and-examples.md",
    [
      .databaseInstanceHour(.t4gMedium): "0.073 use1",
      .databaseInstanceHour(.t4gLarge): "0.146 use1",
      .databaseInstanceHour(.r6gLarge): "0.26 use1",
      .databaseInstanceHour(.r6gXLarge): "0.519 use1",
      .databaseInstanceHour(.r6g2XLarge): "1.038 use1",
      .databaseInstanceHour(.r7gLarge): "0.276 use1",
      .databaseInstanceHour(.r7gXLarge): "0.553 use1",
      .databaseInstanceHour(.r8gLarge): "0.276 use1",
      .databaseCapacityHour: "0.12 use1 use2 usw2",
    ])

  /// What Aurora's pricing page showed of us-west-1 on 2026-05-12.
  static let auroraInNorthernCalifornia = PriceSheet(
    FactDate(2026, 5, 12), source: watchedPricingPages,
    [
      .databaseInstanceHour(.t3Medium): "0.106 usw1",
      .databaseInstanceHour(.t4gMedium): "0.095 usw1",
      .databaseInstanceHour(.t4gLarge): "0.19 usw1",
      .databaseInstanceHour(.r5Large): "0.32 usw1",
      .databaseInstanceHour(.r6gLarge): "0.286 usw1",
      .databaseInstanceHour(.r6gXLarge): "0.573 usw1",
      .databaseInstanceHour(.r6g2XLarge): "1.146 usw1",
      .databaseInstanceHour(.r6iLarge): "0.32 usw1",
      .databaseInstanceHour(.r7gLarge): "0.304 usw1",
      .databaseInstanceHour(.r7gXLarge): "0.608 usw1",
      .databaseCapacityHour: "0.16 usw1",
      .databaseStorage: "0.11 usw1",
      .databaseBackup: "0.024 usw1",
      .databaseReplicatedWrites: "0.22 usw1",
    ])
}
