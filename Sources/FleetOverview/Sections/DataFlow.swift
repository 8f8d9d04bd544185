import CellContract
import CellDescription
import CellModel
import CellPrimitives
import HTMLDocument
import SourceLocations
import TerraformDocument

extension FleetOverview {
  /// How an alert gets to people's phones, and what holds it on the way.
  var dataFlow: Chapter {
    Chapter("data-flow", "Data flow") {
      paragraph(
        """
        Each cell does this by itself; queues and topics are its own, databases and tables are shared as \
        \(link: "said above", to: .place(HTMLID("cells"))). Messages come at least once, so everybody who \
        reads one can be handed it again.
        """)
      flowDiagram
      DataTable(
        HTMLID("queues"), "Queues of every cell",
        columns: [
          "Queue", "Fed by", "Read by", "Hidden while read", "Kept", "Handed out", "Then in",
        ],
        rows: Queue.all.map(row)
      ).element
      DataTable(
        HTMLID("topics"), "Topics of every cell",
        columns: ["Topic", "Published to by", "Goes to"],
        rows: Topic.all.map(row)
      ).element
      if !environment.tables.isEmpty {
        DataTable(
          HTMLID("tables"), "Tables, in \(environment.regions.map(\.name).joined(separator: ", "))",
          columns: ["Table", "Key", "Items live", "Used by"],
          rows: environment.tables.map { row(of: $0.value) }
        ).element
      }
      DataTable(
        HTMLID("databases"), "Databases",
        columns: ["Cluster", "Cell", "What", "Backups", "Used by"],
        rows: environment.cellsInOrderOfApplication.flatMap(databaseRows)
      ).element
      DataTable(
        HTMLID("secret-readers"), "Secrets: names and readers, never values",
        columns: ["Secret", "What it holds", "Read by"],
        rows: Secret.all.map(row)
      ).element
    }
  }

  private func row(of queue: Queue) -> [Prose] {
    [
      "\(code: queue.name)", "\(code: queue.subscription.name)",
      names(of: flow.consumers(of: queue)),
      "\(queue.visibilityTimeout.description)", "\(queue.retention.description)",
      "\(counted(queue.maximumReceives, "time"))",
      "\(code: queue.deadLetterName), \(queue.deadLetterRetention.description)",
    ]
  }

  private func row(of topic: Topic) -> [Prose] {
    let queues = Queue.all.filter { $0.subscription == topic }.map(\.name)
    return [
      "\(code: topic.name)", names(of: flow.publishers(to: topic)),
      queues.isEmpty ? "nobody yet" : .codes(queues),
    ]
  }

  private func row(of table: Table) -> [Prose] {
    let keys = [table.partitionKey.attribute] + (table.sortKey.map { [$0.attribute] } ?? [])
    return [
      "\(code: environment.scope.name(of: table))", .codes(keys),
      "\(table.lifetime?.description ?? "for ever")", names(of: flow.users(of: table)),
    ]
  }

  private func databaseRows(of cell: ResolvedCell) -> [[Prose]] {
    databases(of: cell).map { database in
      let block = documents.resources("aws_rds_cluster", of: cell).first {
        $0.body["cluster_identifier"]?.literal == database.name
      }
      let backups = block?.body["backup_retention_period"]?.whole
      let users =
        Database.all.first { cell.scope.name(of: $0) == database.name }
        .map(flow.users) ?? []
      return [
        "\(code: database.name)", "\(cell.name)", database.detail,
        "\(backups.map { counted($0, "day") } ?? "not said here")", names(of: users),
      ]
    }
  }

  private func row(of secret: Secret) -> [Prose] {
    [
      "\(code: environment.scope.name(of: secret))", "\(secret.purpose)",
      names(of: flow.readers(of: secret), and: migrations(reading: secret)),
    ]
  }

  /// What reads a secret to change tables, and at no other time.
  private func migrations(reading secret: Secret) -> [String] {
    let all = environment.cells.flatMap(environment.migrations)
    return Set(all.filter { $0.statements.contains { $0.resource == .secret(secret) } })
      .map(\.workload).sorted()
  }

  private func names(of services: [ServiceName], and others: [String] = []) -> Prose {
    let names = services.map(\.contract.workload) + others
    return names.isEmpty ? "nobody yet" : .codes(names)
  }
}
