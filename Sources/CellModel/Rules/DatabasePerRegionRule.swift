import CellContract
import CellDescription
import CellPrimitives
import SourceLocations

extension Rule {
  /// At most one cell per region takes part in a shared database, and the primary does.
  ///
  /// Source: Aurora User Guide, "Limitations of Amazon Aurora global databases", 2026-11: a global
  /// database has one cluster per region; the most regions: ``AuroraClassFacts``.
  static let databasePerRegion = Rule(
    "database-per-region",
    "at most one cell per region shares a GlobalDatabase, the primary among them",
    guards: [
      GuardedArgument(
        "aws_rds_cluster", "global_cluster_identifier",
        instead: "`GlobalDatabase(…)` or `CellDatabase(…)`")
    ]
  ) { fleet, _ in
    fleet.environments.flatMap { environment in
      environment.databases.flatMap { shared -> [Diagnostic] in
        let sharers = environment.sharers(of: shared.value.database)
        return secondSharers(of: shared, among: sharers)
          + tooManyRegions(of: shared, among: sharers)
          + missingWriter(of: shared, among: sharers, in: environment)
      }
    }
  }
}

/// Each cell in a region where another one, declared before it, shares the database.
private func secondSharers(
  of shared: Placed<ResolvedDatabase>, among sharers: [ResolvedCell]
) -> [Diagnostic] {
  let name = shared.value.database.name
  return Dictionary(grouping: sharers, by: \.region).values.flatMap { cells -> [Diagnostic] in
    let ordered = cells.sorted { $0.location < $1.location }
    return ordered.dropFirst().map { cell in
      Diagnostic(
        .error, rule: "database-per-region", at: cell.location,
        "\(cell.name) and \(ordered[0].name) share the database \(name) in "
          + "\(cell.region); a global database has one cluster per region",
        fix: .write(shared.value.swiftText(as: "CellDatabase"), in: cell)
          .or("move it to another region"),
        notes: [
          .init(at: ordered[0].location, "\(ordered[0].name) is declared here"),
          .init(at: shared.location, "the database is declared here"),
        ])
    }
  }
}

private func tooManyRegions(
  of shared: Placed<ResolvedDatabase>, among sharers: [ResolvedCell]
) -> [Diagnostic] {
  let most = AuroraClassFacts.maximumSecondaries.value + 1
  let regions = Set(sharers.map(\.region)).count
  guard regions > most else { return [] }
  let name = shared.value.database.name
  let leaving = sharers.filter { $0.role.value == .standby }.suffix(regions - most)
    .map { Fix.write(shared.value.swiftText(as: "CellDatabase"), in: $0) }
  let first = leaving.first ?? "give cells another role than .primary first"
  return [
    Diagnostic(
      .error, rule: "database-per-region", at: shared.location,
      "cells in \(regions) regions share the database \(name); "
        + "a global database has clusters in at most \(most)",
      fix: leaving.dropFirst().reduce(first) { $0.and($1) })
  ]
}

/// The primary cell, where it alone could write and has a database of its own instead.
private func missingWriter(
  of shared: Placed<ResolvedDatabase>, among sharers: [ResolvedCell],
  in environment: ResolvedEnvironment
) -> [Diagnostic] {
  let database = shared.value.database
  let primaries = environment.cells.filter { $0.role.value == .primary }
  guard primaries.count == 1, let sharer = sharers.first,
    let own = primaries[0].databases.first(where: { $0.value.database == database })
  else { return [] }
  return [
    Diagnostic(
      .error, rule: "database-per-region", at: own.location,
      "the primary \(primaries[0].name) has the database \(database.name) to itself, "
        + "so no cell writes to the one that \(sharer.name) shares",
      fix: .leaveOut("CellDatabase(.\(swiftName(of: database.name)), …)", at: own.location)
        .or("write it in every cell"),
      notes: [.init(at: shared.location, "the shared database is declared here")])
  ]
}
