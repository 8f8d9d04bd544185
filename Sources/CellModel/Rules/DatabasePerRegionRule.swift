import CellContract
import CellPrimitives
import SourceLocations

extension Rule {
  /// At most one cell per region takes part in a shared database.
  ///
  /// Source: Aurora User Guide, "Limitations of Amazon Aurora global databases", 2026-11: a global
  /// database has one cluster per region.
  static let databasePerRegion = Rule(
    "database-per-region", "at most one cell per region shares a GlobalDatabase"
  ) { fleet, _ in
    fleet.environments.flatMap { environment in
      environment.databases.flatMap { shared -> [Diagnostic] in
        let sharers = environment.cells.filter { $0.shares(shared.value.database) }
        let byRegion = Dictionary(grouping: sharers, by: \.region)
        return byRegion.values.flatMap { cells -> [Diagnostic] in
          let ordered = cells.sorted { $0.location < $1.location }
          return ordered.dropFirst().map { cell in
            let name = shared.value.database.name
            return Diagnostic(
              .error, rule: "database-per-region", at: cell.location,
              "\(cell.name) and \(ordered[0].name) share the database \(name) in "
                + "\(cell.region.name); a global database has one cluster per region",
              fix: "move \(cell.name) to another region, or write "
                + "`CellDatabase(.\(name), …)` in it for one of its own",
              notes: [
                .init(at: ordered[0].location, "\(ordered[0].name) is declared here"),
                .init(at: shared.location, "the database is declared here"),
              ])
          }
        }
      }
    }
  }
}
