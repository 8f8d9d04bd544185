import CellPrimitives
import SourceLocations

extension ResolvedFleet {
  /// Every database of every environment and cell, with the environment that it is in and the
  /// parameter that says how many instances it has in a cell.
  var placedDatabases:
    [(database: Placed<ResolvedDatabase>, environment: ResolvedEnvironment, count: String)]
  {
    environments.flatMap { environment in
      environment.databases.map { ($0, environment, "instancesPerCell") }
        + environment.cells.flatMap(\.databases).map { ($0, environment, "instances") }
    }
  }
}
