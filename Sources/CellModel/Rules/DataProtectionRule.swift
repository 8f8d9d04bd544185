import CellDescription
import SourceLocations

extension Rule {
  /// What looks like production does not let Terraform destroy its data.
  ///
  /// Source: Terraform 1.11, "The lifecycle meta-argument", `prevent_destroy`, 2026-11.
  static let dataProtection = Rule(
    "data-protection",
    "an environment that is called like production protects its data"
  ) { fleet, _ in
    fleet.environments.compactMap { environment in
      guard environment.dataProtection == .none,
        ["prod", "live"].contains(where: { environment.name.contains($0) })
      else { return nil }
      return Diagnostic(
        .warning, rule: "data-protection", at: environment.location,
        "\(environment.name) is called like production, and `terraform destroy` would take its "
          + "databases and tables",
        fix: .leaveOut("dataProtection: .none", at: environment.location))
    }
  }
}
