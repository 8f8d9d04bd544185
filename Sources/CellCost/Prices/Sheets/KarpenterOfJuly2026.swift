import CellModel
import CellPrimitives

extension PriceSheet {
  /// What Karpenter takes for the price of machines before it has asked AWS.
  static let karpenterOfJuly2026 = PriceSheet(
    FactDate(2026, 7, 20),
    source: "Karpenter, github.com/aws/karpenter-provider-aws, "
      + "pkg/providers/pricing/zz_generated.pricing_aws.go, generated from the AWS Price List",
    [
      .machineHour(.t3Medium): "0.0416 use1",
      .machineHour(.t3Large): "0.0832 use1",
      .machineHour(.t3XLarge): "0.1664 use1",
      .machineHour(.t3aMedium): "0.0376 use1",
      .machineHour(.t3aLarge): "0.0752 use1",
      .machineHour(.t4gMedium): "0.0336 use1",
      .machineHour(.t4gLarge): "0.0672 use1",
      .machineHour(.m5Large): "0.096 use1",
      .machineHour(.m5XLarge): "0.192 use1",
      .machineHour(.m6iLarge): "0.096 use1",
      .machineHour(.m6iXLarge): "0.192 use1",
      .machineHour(.m6gLarge): "0.077 use1",
      .machineHour(.m7gLarge): "0.0816 use1",
      .machineHour(.m7iLarge): "0.1008 use1",
      .machineHour(.c6iLarge): "0.085 use1",
      .machineHour(.c6gLarge): "0.068 use1",
      .machineHour(.c7gLarge): "0.0725 use1",
      .machineHour(.r6gLarge): "0.1008 use1",
      .machineHour(.r6iLarge): "0.126 use1",
    ])
}
