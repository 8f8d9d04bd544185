public import CellPrimitives

/// How AWS WAF counts the requests of an address.
public enum FirewallFacts {
  /// The requests that a rule can let through in a window.
  public static let requests = Fact(
    10...2_000_000_000,
    source:
      "AWS WAF Developer Guide, \"Rate-based rule high-level settings\", for the least; AWS WAF "
      + "API Reference, RateBasedStatement, for the greatest")

  /// The windows over which it can count, shortest first.
  public static let windows = Fact(
    [Period.minutes(1), .minutes(2), .minutes(5), .minutes(10)],
    source: "AWS WAF Developer Guide, \"Rate-based rule high-level settings\", evaluation window")
}
