import CellContract
import CellPrimitives
import SourceLocations

extension Rule {
  /// No two environments share an account.
  ///
  /// The repositories of the images bear no environment's name, and an account takes one OIDC provider
  /// of an address, so two environments would both own them. Source: IAM API Reference,
  /// CreateOpenIDConnectProvider, 2026-11.
  static let account = Rule("account", "every environment has an account of its own") { fleet, _ in
    // A stand-in stands for a text that could not be read, which has been reported.
    let readable = fleet.environments.filter { $0.scope.account != StandIn.account }
    return Dictionary(grouping: readable, by: \.scope.account).values.flatMap { same in
      let ordered = same.sorted { $0.location < $1.location }
      return ordered.dropFirst().map { environment in
        Diagnostic(
          .error, rule: "account", at: environment.location,
          "\(environment.name) has the account \(environment.scope.account) of "
            + "\(ordered[0].name); both would own the repositories of the images there",
          fix: "give one of the two another `account:`",
          notes: [.init(at: ordered[0].location, "\(ordered[0].name) is declared here")])
      }
    }
  }
}
