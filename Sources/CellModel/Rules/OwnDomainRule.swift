import CellPrimitives
import SourceLocations

extension Rule {
  /// No two environments have the same host name, or create the same hosted zone.
  ///
  /// Source: Route 53 Developer Guide, "Hosted zones that have the same name", 2026-11: only that is
  /// asked to which the registrar leads.
  static let ownDomain = Rule(
    "own-domain", "every environment has a domain and a hosted zone of its own"
  ) { fleet, _ in
    let environments = fleet.environments.sorted { $0.location < $1.location }
    let domains = environments.filter { $0.domain != StandIn.domain }.map {
      Claim(name: $0.domain, kind: "domain", by: $0, at: $0.location)
    }
    let zones = environments.filter {
      $0.zone.value.isCreated && $0.zone.value.name != StandIn.domain
    }.map {
      Claim(name: $0.zone.value.name, kind: "hosted zone", by: $0, at: $0.zone.location)
    }
    return [domains, zones].flatMap { claims in
      Dictionary(grouping: claims, by: \.name).values.flatMap { same in
        same.dropFirst().map { claim in
          Diagnostic(
            .error, rule: "own-domain", at: claim.location,
            "\(claim.environment) has the \(claim.kind) \(claim.name) of \(same[0].environment); "
              + "callers would reach one of the two",
            fix: "give one of the two another \(claim.kind)",
            notes: [.init(at: same[0].location, "\(same[0].environment) has it here")])
        }
      }
    }
  }
}

/// A name that an environment has for itself.
private struct Claim {
  let name: DomainName
  let kind: String
  let environment: String
  let location: SourceLocation

  init(name: DomainName, kind: String, by environment: ResolvedEnvironment, at: SourceLocation) {
    self.name = name
    self.kind = kind
    self.environment = environment.name
    location = at
  }
}
