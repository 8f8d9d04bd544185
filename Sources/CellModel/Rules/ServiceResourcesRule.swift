import CellContract
import SourceLocations

extension Rule {
  /// What a service uses is declared where the service runs.
  static let serviceResources = Rule(
    "service-resources", "a service runs where everything that it uses is declared"
  ) { fleet, _ in
    fleet.environments.flatMap { environment in
      environment.cells.flatMap { cell in
        cell.cluster.services.flatMap { service in
          service.value.name.contract.uses.compactMap { use -> Diagnostic? in
            guard let requirement = use.access.requirement,
              !environment.provides(requirement, to: cell)
            else { return nil }
            let (what, fix) = description(of: requirement)
            return Diagnostic(
              .error, rule: "service-resources", at: service.location,
              "\(service.value.name) in \(cell.name) uses \(what), which \(environment.name) "
                + "does not declare",
              fix: fix,
              notes: [.init(at: use.location, "the use is declared here")])
          }
        }
      }
    }
  }
}

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

private func description(of requirement: Requirement) -> (what: String, fix: String) {
  switch requirement {
  case .database(let database):
    ("the database \(database.name)",
      "write `GlobalDatabase(.\(database.name), …)` in the environment")
  case .table(let table):
    ("the table \(table.name)", "write `GlobalTable(.\(table.name))` in the environment")
  case .service(let service):
    ("the service \(service)", "write `Run(.\(service))` in the same EKS { … }")
  }
}
