public import CellPrimitives

/// What a cell's web application firewall lets through to its load balancer.
///
/// Every cell has one; this element changes it. It guards against floods and known attacks; the
/// limits of single API keys are the API's own.
public struct WAF: Sendable, Hashable {
  /// Which requests are refused for what they hold.
  public enum Rules: Sendable, Hashable {
    /// AWS's rule sets against SQL injection, known bad input and the common web attacks.
    case managedRules
  }

  /// How many requests of one address are let through.
  public struct RateLimit: Sendable, Hashable {
    /// The most requests in ``period``.
    public let requests: Int
    /// The time over which they are counted.
    public let period: Period

    /// So many requests in such a time: `.requests(1000, per: .minutes(5))`.
    public static func requests(_ count: Int, per period: Period) -> Self {
      Self(requests: count, period: period)
    }
  }

  package let rules: Rules
  package let rateLimit: RateLimit
  package let callbackRateLimit: RateLimit

  /// Describes the firewall.
  ///
  /// - Parameters:
  ///   - rules: what a request may not hold.
  ///   - rateLimit: 10 requests or more, in 1, 2, 5 or 10 minutes, of each IP address; what is above
  ///     it is answered with 429.
  ///   - callbackRateLimit: the same for the paths where providers report. They report from few
  ///     addresses: a short code sends 100 messages a second, each of up to three reports, which are
  ///     90,000 in five minutes. Who is no provider has no valid signature, which the API looks at
  ///     first. Source: Twilio documentation, "Error 21611", 2026-11.
  public init(
    _ rules: Rules = .managedRules, rateLimit: RateLimit = .requests(1000, per: .minutes(5)),
    callbackRateLimit: RateLimit = .requests(100_000, per: .minutes(5))
  ) {
    self.rules = rules
    self.rateLimit = rateLimit
    self.callbackRateLimit = callbackRateLimit
  }
}
