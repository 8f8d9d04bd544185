import CellPrimitives
import SourceLocations

extension Rule {
  /// A domain is short enough to be a certificate's common name.
  ///
  /// Source: ACM API Reference, `RequestCertificate`, `DomainName`, 2026-11.
  static let certificateDomain = Rule(
    "certificate-domain", "a domain has at most 64 characters, as a certificate's name",
    guards: [
      GuardedArgument(
        "aws_acm_certificate", "domain_name", instead: "another `domain:` in `Environment(…)`")
    ]
  ) { fleet, _ in
    fleet.environments.compactMap { environment in
      let excess = environment.domain.name.count - 64
      guard excess > 0 else { return nil }
      return Diagnostic(
        .error, rule: "certificate-domain", at: environment.location,
        "the domain \(environment.domain) has \(environment.domain.name.count) characters; "
          + "a certificate's name has at most 64",
        fix: "shorten `domain:` by \(counted(excess, "character"))")
    }
  }
}
