import CellDescription
import SourceLocations

extension Rule {
  /// Failover knows one primary and one secondary record of a name.
  ///
  /// Source: Route 53 Developer Guide, "Values specific for failover records", 2026-11.
  static let routingPair = Rule(
    "routing-pair", "under failover an environment has at most two cells"
  ) { fleet, _ in
    fleet.environments.compactMap { environment in
      guard environment.routing.value == .failover, environment.cells.count > 2 else { return nil }
      return Diagnostic(
        .error, rule: "routing-pair", at: environment.routing.location,
        "\(environment.name) fails over between \(environment.cells.count) cells; "
          + "failover knows a primary and one standby",
        fix: .write("Routing(.latency)", at: environment.routing.location))
    }
  }
}
