import CellModel
import CellPrimitives

extension PriceSheet {
  /// What EBS's pricing page showed on 2024-07-18.
  static let volumesOfJuly2024 = PriceSheet(
    FactDate(2024, 7, 18),
    source: "the data that AWS's pricing pages load (awsstatic.com, pricing/2.0/meteredUnitMaps), "
      + "published 2024-07-18, as kept in github.com/yeo/ec2.shop, data/ebs/ebs.json",
    [
      .volumeMonth("gp3"): """
      0.08 use1 use2 usw2; 0.0836 eun1; 0.088 cac1 euw1; 0.0912 apne2 aps1; 0.0928 euw2 euw3;
      0.0952 euc1; 0.096 apne1 apne3 apse1 apse2 usw1; 0.152 sae1
      """
    ])
}
