import CellContract
import CellDescription
import CellPrimitives
import SourceLocations

extension Rule {
  /// Where data is protected, the cells that share a database are not worked on at the same time.
  ///
  /// Maintenance restarts instances, and a mistake that it brings shows then: the other cells are there
  /// to stand by. Where there are more cells than days of the week, some have to share one. Source:
  /// Amazon Aurora User Guide, "Maintaining an Amazon Aurora DB cluster", 2026-11.
  static let maintenanceDays = Rule(
    "maintenance-days", "cells of a protected environment are not maintained at the same time"
  ) { fleet, _ in
    fleet.environments.filter { $0.dataProtection == .preventDestroy }.flatMap { environment in
      environment.databases.compactMap { problem(with: $0, in: environment) }
    }
  }
}

private func problem(
  with database: Placed<ResolvedDatabase>, in environment: ResolvedEnvironment
) -> Diagnostic? {
  let windows = database.value.windows
  let cells = environment.sharers(of: database.value.database)
  let week = Weekday.allCases.count
  guard cells.count <= week || Set(windows.days).count < week else { return nil }
  let byDay = Dictionary(grouping: cells) { environment.maintenanceDay(of: database.value, in: $0) }
  let shared = byDay.filter { Set($1.map(\.name)).count > 1 }
  guard let (day, together) = shared.min(by: { $0.value[0].name < $1.value[0].name }) else {
    return nil
  }
  let names = together.map(\.name).joined(separator: " and ")
  let start = windows.maintenance.start
  return Diagnostic(
    .warning, rule: "maintenance-days", at: database.location,
    "\(names) have their \(database.value.database.name) maintained at the same time, "
      + "\(day.abbreviation):\(start); what breaks then is broken in all of them",
    fix: .write(
      maintenanceWindow(
        [], at: swiftLiteral(start.description), for: windows.maintenance.length),
      at: database.location))
}
