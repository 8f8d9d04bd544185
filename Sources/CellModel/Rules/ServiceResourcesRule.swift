import CellContract
import CellDescription
import CellPrimitives
import SourceLocations

extension Rule {
  /// What a service uses is declared where the service runs.
  static let serviceResources = Rule(
    "service-resources", "a service runs where everything that it uses is declared",
    guards: [
      GuardedArgument("aws_iam_role_policy", "policy", instead: declaredUse),
      GuardedArgument("aws_iam_role_policy", "role", instead: declaredUse),
      GuardedArgument("aws_iam_role", "assume_role_policy", instead: declaredUse),
    ]
  ) { fleet, context in
    fleet.environments.flatMap { environment in
      environment.cells.flatMap { cell in
        cell.cluster.services.flatMap { service in
          service.value.name.contract.uses.compactMap { use -> Diagnostic? in
            guard let requirement = use.access.requirement,
              !environment.provides(requirement, to: cell)
            else { return nil }
            let (problem, fix) = description(
              of: requirement, of: service, missingFrom: cell, in: environment,
              on: context.today)
            return Diagnostic(
              .error, rule: "service-resources", at: service.location,
              "\(service.value.name) \(problem)", fix: fix,
              notes: [.init(at: use.location, "the use is declared here")])
          }
        }
      }
    }
  }
}

/// Where a service's permissions are said.
private let declaredUse = "`@Uses(…)` in the service's resources, in CellContract"

extension ResolvedEnvironment {
  fileprivate func provides(_ requirement: Requirement, to cell: ResolvedCell) -> Bool {
    switch requirement {
    case .database(let database):
      databases.contains { $0.value.database == database } || !cell.shares(database)
    case .table(let table):
      tables.contains { $0.value == table }
    case .service(let service):
      cell.cluster.services.contains { $0.value.name == service }
    }
  }
}

/// What is missing and where to write it; a cell is named only where another may well have it.
private func description(
  of requirement: Requirement, of service: Placed<ResolvedService>,
  missingFrom cell: ResolvedCell, in environment: ResolvedEnvironment, on today: FactDate
) -> (problem: String, fix: Fix) {
  switch requirement {
  case .database(let database):
    (
      "uses the database \(database.name), which \(environment.name) does not declare",
      fix(adding: database, to: environment, on: today)
    )
  case .table(let table):
    (
      "uses the table \(table.name), which \(environment.name) does not declare",
      .write("GlobalTable(.\(swiftName(of: table.name)))", in: environment)
    )
  case .service(let called):
    (
      "needs the service \(called), which does not run in \(cell.name)",
      .write("Run(.\(called))", beside: service.location)
    )
  }
}

/// A database that cells of several regions can share, whatever the environment has so far.
private func fix(
  adding database: Database, to environment: ResolvedEnvironment, on today: FactDate
) -> Fix {
  guard let version = AuroraVersionFacts.newestVersions(on: today).max() else {
    return "bring the table of versions up to date"
  }
  let added = ResolvedDatabase(
    database: database, version: version, instance: .r6gLarge, instanceCount: 2,
    capacity: .standard, backupRetention: nil, windows: .standard)
  return .write(added.swiftText(as: "GlobalDatabase"), in: environment)
}
