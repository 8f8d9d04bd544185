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
            fix: nomination(among: cells, in: environment))
        ]
      }
      return primaries.dropFirst().map { cell in
        Diagnostic(
          .error, rule: "one-primary", at: cell.role.location,
          "\(cell.name) is a primary of \(environment.name), and so is \(first.name)",
          fix: .write("role: .standby", at: cell.role.location)
            .or("write it on \(first.name) instead"),
          notes: [.init(at: first.role.location, "\(first.name) is the primary here")])
      }
    }
  }
}

/// The first cell of the environment's home becomes the primary, or the first of all.
private func nomination(
  among cells: [ResolvedCell], in environment: ResolvedEnvironment
) -> Fix {
  let cell = cells.first { $0.region == environment.home } ?? cells[0]
  let fix = Fix.write("role: .primary", at: cell.role.location, on: cell.name)
  return cells.count == 1 ? fix : fix.or("on another one of them")
}
