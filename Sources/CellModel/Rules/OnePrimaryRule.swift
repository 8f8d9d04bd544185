import CellDescription
import SourceLocations

extension Rule {
  /// Exactly one cell of an environment is the primary.
  static let onePrimary = Rule(
    "one-primary", "exactly one cell of an environment has the role .primary"
  ) { fleet, _ in
    fleet.environments.flatMap { environment -> [Diagnostic] in
      guard !environment.cells.isEmpty else {
        return [
          Diagnostic(
            .error, rule: "one-primary", at: environment.location,
            "\(environment.name) has no cell",
            fix: "write `Cell(\"…\", in: .\(environment.home), role: .primary, …)` in it")
        ]
      }
      let primaries = environment.cells.filter { $0.role.value == .primary }
        .sorted { $0.role.location < $1.role.location }
      guard let first = primaries.first else {
        return [
          Diagnostic(
            .error, rule: "one-primary", at: environment.location,
            "\(environment.name) has \(environment.cells.count) cells and none is the primary",
            fix: "write `role: .primary` on one of them")
        ]
      }
      return primaries.dropFirst().map { cell in
        Diagnostic(
          .error, rule: "one-primary", at: cell.role.location,
          "\(cell.name) is a primary of \(environment.name), and so is \(first.name)",
          fix: "write `role: .standby` on one of them",
          notes: [.init(at: first.role.location, "\(first.name) is the primary here")])
      }
    }
  }
}
