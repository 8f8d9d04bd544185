import CellDescription
import CellPrimitives
import SourceLocations

extension Rule {
  /// The rate limits of a firewall are such that AWS WAF can count.
  ///
  /// Source: ``FirewallFacts``.
  static let firewall = Rule(
    "firewall", "a firewall counts 10 requests or more over 1, 2, 5 or 10 minutes",
    guards: [
      GuardedArgument(
        "aws_wafv2_web_acl", "rule", instead: "`WAF(rateLimit: …, callbackRateLimit: …)`")
    ]
  ) { fleet, _ in
    fleet.environments.flatMap(\.cells).flatMap { cell in
      problems(of: cell.firewall.value.rateLimit, "rateLimit", at: cell.firewall.location)
        + problems(
          of: cell.firewall.value.callbackRateLimit, "callbackRateLimit",
          at: cell.firewall.location)
    }
  }
}

private func problems(
  of rate: WAF.RateLimit, _ parameter: String, at location: SourceLocation
) -> [Diagnostic] {
  let limit = min(max(rate.requests, limits.lowerBound), limits.upperBound)
  let window = nearestWindow(to: rate.period)
  let fix = Fix.write(
    "\(parameter): .requests(\(limit), per: .minutes(\(window.seconds / 60)))", at: location)
  var found: [Diagnostic] = []
  if limit != rate.requests {
    found.append(
      Diagnostic(
        .error, rule: "firewall", at: location,
        "a firewall can't limit an address to \(rate.requests) requests; AWS WAF takes "
          + "\(limits.lowerBound) to \(limits.upperBound)",
        fix: fix))
  }
  if window != rate.period {
    found.append(
      Diagnostic(
        .error, rule: "firewall", at: location,
        "a firewall can't count over \(rate.period); AWS WAF counts over 1, 2, 5 or 10 minutes",
        fix: fix))
  }
  return found
}

private let limits = FirewallFacts.requests.value

/// The shorter of two that are equally near.
private func nearestWindow(to period: Period) -> Period {
  FirewallFacts.windows.value.min { left, right in
    abs(left.seconds - period.seconds) < abs(right.seconds - period.seconds)
  } ?? .minutes(5)
}
