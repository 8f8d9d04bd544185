import CellDescription
import CellPrimitives
import SourceLocations

extension Rule {
  /// Failover leads to another region.
  ///
  /// Source: AWS Well-Architected, Reliability Pillar, "Deploy the workload to multiple locations",
  /// 2026-11.
  static let failoverRegions = Rule(
    "failover-regions", "failover leads from one region to another"
  ) { fleet, _ in
    fleet.environments.compactMap { environment in
      // What nobody wrote is a default, which means nothing where there is one cell.
      let isWritten = environment.routing.location != environment.location
      guard environment.routing.value == .failover, environment.regions.count == 1,
        environment.cells.count == 2 || environment.cells.count == 1 && isWritten,
        let region = environment.regions.first
      else { return nil }
      let cells = environment.cells.count
      return Diagnostic(
        .warning, rule: "failover-regions", at: environment.routing.location,
        cells == 1
          ? "\(environment.name) fails over and has one cell, so there is nothing to lead callers to"
          : "\(environment.name) fails over between \(cells) cells of \(region.name), and is gone when "
            + "the region is",
        fix: cells == 1
          ? "add a cell in another region, or leave `Routing(.failover)` out"
          : "move one of the cells to another region")
    }
  }
}
