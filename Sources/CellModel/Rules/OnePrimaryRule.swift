import CellDescription
import CellPrimitives
import SourceLocations

extension Rule {
  /// Exactly one cell of an environment is the primary.
  static let onePrimary = Rule(
    "one-primary", "exactly one cell of an environment has the role .primary"
  ) { fleet, _ in
    fleet.environments.flatMap { environment -> [Diagnostic] in
      let cells = environment.cells
      guard !cells.isEmpty else {
        let home = swiftName(of: environment.home.name)
        return [
          Diagnostic(
            .error, rule: "one-primary", at: environment.location,
            "\(environment.name) has no cell",
            fix: "write `Cell(\"…\", in: .\(home), role: .primary, …)` in it")
        ]
      }
      let primaries = cells.filter { $0.role.value == .primary }
        .sorted { $0.role.location < $1.role.location }
      guard let first = primaries.first else {
        let count = cells.count == 1 ? "1 cell, which is not" : "\(cells.count) cells and none is"
        return [
          Diagnostic(
            .error, rule: "one-primary", at: environment.location,
            "\(environment.name) has \(count) the primary",
            fix: "write `role: .primary` on \(cells.count == 1 ? "it" : "one of them")")
        ]
      }
      return primaries.dropFirst().map { cell in
        Diagnostic(
          .error, rule: "one-primary", at: cell.role.location,
          "\(cell.name) is a primary of \(environment.name), and so is \(first.name)",
          fix: "write `role: .standby` on all of them but one",
          notes: [.init(at: first.role.location, "\(first.name) is the primary here")])
      }
    }
  }
}
