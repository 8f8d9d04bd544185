import CellPrimitives
import SourceLocations

extension Rule {
  /// Databases have an instance class and an engine version that Aurora offers where they run.
  ///
  /// Sources: ``AuroraClassFacts`` and ``AuroraVersionFacts``.
  static let auroraClass = Rule(
    "aurora-class", "databases have an instance class and a version that Aurora offers",
    guards: [
      GuardedArgument(
        "aws_rds_cluster_instance", "instance_class", instead: "`GlobalDatabase(…, instance: …)`"),
      GuardedArgument(
        "aws_rds_cluster", "engine_version", instead: "`GlobalDatabase(…, engine: …)`"),
      GuardedArgument(
        "aws_rds_global_cluster", "engine_version", instead: "`GlobalDatabase(…, engine: …)`"),
    ]
  ) { fleet, context in
    fleet.environments.flatMap(placements).flatMap { database, regions in
      let judgesVersion = !fleet.isUnread(.engineVersion, at: database.location)
      return classProblems(of: database, in: regions)
        + (judgesVersion
          ? versionProblems(of: database, on: context.today)
            + forwardingProblems(of: database, in: regions, on: context.today) : [])
    }
  }
}

/// Every database of an environment and of its cells, with the regions in which it has clusters.
private func placements(
  of environment: ResolvedEnvironment
) -> [(database: Placed<ResolvedDatabase>, regions: [Region])] {
  let shared = environment.databases.map { database in
    let sharers = environment.sharers(of: database.value.database)
    return (database: database, regions: Set(sharers.map(\.region)).sorted())
  }
  let own = environment.cells.flatMap { cell in
    cell.databases.map { (database: $0, regions: [cell.region]) }
  }
  return shared + own
}

private func classProblems(
  of database: Placed<ResolvedDatabase>, in regions: [Region]
) -> [Diagnostic] {
  let instance = database.value.instance
  let refusal =
    regions.count > 1 ? AuroraClassFacts.problemInGlobalDatabase(with: instance) : nil
  let problem =
    refusal ?? regions.lazy.compactMap { AuroraClassFacts.problem(with: instance, in: $0) }.first
  return problem.map { problem in
    [
      Diagnostic(
        .error, rule: "aurora-class", at: database.location, problem,
        fix: .write("instance: .r6gLarge", at: database.location))
    ]
  } ?? []
}

/// A standby cell writes through its own cluster, which forwards to the primary's.
private func forwardingProblems(
  of database: Placed<ResolvedDatabase>, in regions: [Region], on today: FactDate
) -> [Diagnostic] {
  let version = database.value.version
  guard regions.count > 1, !AuroraVersionFacts.supportsWriteForwarding(version) else { return [] }
  return [
    Diagnostic(
      .error, rule: "aurora-class", at: database.location,
      "Aurora PostgreSQL \(version) can't forward writes, "
        + "which standby cells in \(regions.count) regions need",
      fix: fix(of: database, choosing: AuroraVersionFacts.newestVersions(on: today)))
  ]
}

private func versionProblems(
  of database: Placed<ResolvedDatabase>, on today: FactDate
) -> [Diagnostic] {
  let version = database.value.version
  let finding: (severity: Diagnostic.Severity, message: String, offered: [EngineVersion])? =
    switch AuroraVersionFacts.status(of: version, on: today) {
    case .standard:
      nil
    case .extended(let end):
      (
        .warning,
        "Aurora PostgreSQL \(version) is in extended support until \(end), paid by the vCPU",
        AuroraVersionFacts.newestVersions(on: today)
      )
    case .deprecated(let available):
      (
        .error, "Aurora no longer creates clusters with PostgreSQL \(version)",
        inStandardSupport(available, on: today)
      )
    case .ended(let end):
      (
        .error, "Aurora has not supported PostgreSQL \(version) since \(end)",
        AuroraVersionFacts.newestVersions(on: today)
      )
    case .unknown(let available):
      (
        .error, "Aurora is not known to offer PostgreSQL \(version)",
        inStandardSupport(available, on: today)
      )
    }
  return finding.map { severity, message, offered in
    [
      Diagnostic(
        severity, rule: "aurora-class", at: database.location, message,
        fix: fix(of: database, choosing: offered))
    ]
  } ?? []
}

/// The newest of `versions`.
private func fix(
  of database: Placed<ResolvedDatabase>, choosing versions: [EngineVersion]
) -> Fix {
  guard let newest = versions.max() else { return "bring the table of versions up to date" }
  return .write("engine: .auroraPostgreSQL(\"\(newest)\")", at: database.location)
}

/// Those of `versions` in standard support; where none is, versions that are.
private func inStandardSupport(_ versions: [EngineVersion], on today: FactDate) -> [EngineVersion] {
  let supported = versions.filter { version in
    switch AuroraVersionFacts.status(of: version, on: today) {
    case .standard: true
    case .extended, .deprecated, .ended, .unknown: false
    }
  }
  return supported.isEmpty ? AuroraVersionFacts.newestVersions(on: today) : supported
}
