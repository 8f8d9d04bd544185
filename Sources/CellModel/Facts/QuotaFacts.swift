/// What an account may have in a region before it asks for more.
public enum QuotaFacts {
  /// Networks.
  public static let networks = Fact(
    5, source: "Amazon VPC User Guide, \"Amazon VPC quotas\", VPCs per Region",
    date: FactDate(2026, 11, 26), note: "an account may have been granted more")

  /// Elastic IP addresses, of which each NAT gateway has one.
  public static let addresses = Fact(
    5, source: "Amazon VPC User Guide, \"Amazon VPC quotas\", Elastic IP addresses per Region",
    date: FactDate(2026, 11, 26), note: "an account may have been granted more")
}
