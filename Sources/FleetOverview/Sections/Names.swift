import CellContract
import CellDescription
import CellModel
import CellPrimitives
import HTMLDocument
import SourceLocations
import TerraformDocument

extension FleetOverview {
  /// A cluster of a database in a cell, as the page calls it.
  struct DatabaseSize {
    let name: String
    let size: Prose
    let detail: Prose
  }

  /// The databases of a cell: its parts of shared ones, and its own.
  func databases(of cell: ResolvedCell) -> [DatabaseSize] {
    let shared = environment.databases.map(\.value).filter { cell.shares($0.database) }
    return shared.map { size(of: $0, in: cell, isShared: true) }
      + cell.databases.map { size(of: $0.value, in: cell, isShared: false) }
  }

  private func size(
    of database: ResolvedDatabase, in cell: ResolvedCell, isShared: Bool
  ) -> DatabaseSize {
    let instances: Prose =
      database.instance == .serverless
      ? "\(database.instanceCount) × \(code: database.instance.name) of \(database.capacity.words)"
      : "\(database.instanceCount) × \(code: database.instance.name)"
    let sharing =
      if !isShared {
        "the cell's own"
      } else if environment.sharers(of: database.database).count < 2 {
        "the environment's"
      } else {
        cell.role.value == .primary ? "shared, writes here" : "shared, follows the primary"
      }
    return DatabaseSize(
      name: cell.scope.name(of: database.database), size: instances,
      detail: "\(instances), Aurora PostgreSQL \(database.version.description), \(sharing)")
  }

  /// What people look for in AWS's consoles.
  func names(in cell: ResolvedCell) -> [[Prose]] {
    let scope = cell.scope
    var names: [(String, [String])] = [
      ("EKS cluster", [scope.cluster]),
      ("Load balancer and firewall", [scope.loadBalancer]),
      ("Topics", Topic.all.map { scope.name(of: $0) }),
      ("Queues", Queue.all.map { scope.name(of: $0) }),
      ("Dead-letter queues", Queue.all.map(scope.deadLetterName)),
      ("Database clusters", databases(of: cell).map(\.name)),
      ("Dashboards", Dashboard.allCases.map { scope.name(of: $0) }),
      ("Alarm topic", [scope.alarmTopic]),
      ("Control plane's log", [scope.controlPlaneLogGroup]),
      ("Debug logs", cell.cluster.services.map { scope.debugLogGroup(of: $0.value.name) }),
      ("Firewall's log", [scope.firewallLogGroup]), ("Network's log", [scope.flowLogGroup]),
      ("Log archive", [scope.logArchiveBucket]),
    ]
    let functions = cell.functions.map(\.value.name)
    if !functions.isEmpty {
      names.append(("Functions", functions.map(scope.function)))
      names.append(("Rounds that failed", functions.map(scope.failedRounds)))
    }
    return names.map { ["\($0.0)", .codes($0.1)] }
  }

  /// What the cells share.
  var sharedSection: [HTMLNode] {
    let scope = environment.scope
    var rows: [[Prose]] = [
      ["DNS zone", "\(code: environment.zone.value.name.name), \(zone)"],
      ["Tables", .codes(environment.tables.map { scope.name(of: $0.value) })],
      ["Secrets", .codes(Secret.all.map { scope.name(of: $0) })],
      ["Audit trail", "\(code: scope.trail), kept in \(code: scope.auditBucket)"],
      ["Fleet's alarm topic", "\(code: scope.fleetAlarmTopic)"],
      ["State buckets", .codes(environment.allRegions.map(scope.stateBucket))],
    ]
    let global = documents.resources("aws_rds_global_cluster").map {
      Phrase($0.body["global_cluster_identifier"], in: $0.root).text
    }
    if !global.isEmpty { rows.append(["Global databases", .codes(global)]) }
    if let repository = environment.repository {
      rows.append([
        "Deployed from",
        """
        \(code: repository.value.name), with the role \(code: scope.deployRole) in its environment \
        \(code: scope.deployingEnvironment)
        """,
      ])
    }
    return [
      .element(HTMLElement(.heading3, .id(HTMLID("shared"))) { "What the cells share" }),
      .element(
        DataTable(
          HTMLID("shared-names"), "Names in \(environment.name) that belong to no cell",
          columns: ["What", "Name"], rows: rows
        ).element),
    ]
  }

  private var zone: String {
    environment.zone.value.isCreated ? "made here" : "there before"
  }
}
