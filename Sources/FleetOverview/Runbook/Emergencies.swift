import CellContract
import CellDescription
import CellModel
import CellPrimitives
import FleetRunbook
import HTMLDocument
import SourceLocations
import TerraformDocument

extension FleetOverview {
  /// Callers move to the standby; nil where nobody can take them.
  var takeoverEntry: RunbookEntry? {
    guard let standby = environment.standbyToTakeOver, let primary = environment.primary else {
      return nil
    }
    return RunbookEntry(
      Self.takeoverID, "Move callers to the standby",
      when: """
        The primary, \(code: primary.name), serves callers badly and \(code: standby.name) is well. While \
        the primary's health check fails, Route 53 does it by itself.
        """,
      [
        .init(
          "See that the standby answers. The switch leads callers there, well or not.",
          [environment.health(of: standby)]),
        .init(
          "Move them. It needs nothing of the primary's region and changes no record.",
          [standby.takeOver(true)]),
        .init(
          """
          It holds until the opposite is said, and so long \(code: environment.scope.takeoverAlarm) \
          alarms. It moves callers and no data: writes still go to the database that writes. \
          \(databaseHint)
          """),
        .init(
          "Move them back, once the primary and its database are to serve again.",
          [standby.takeOver(false)]),
      ])
  }

  private var databaseHint: Prose {
    sharedDatabases.isEmpty
      ? ""
      : """
      See \(link: "the database's region is lost", to: .place(Self.failoverID)) and \
      \(link: "switch the database over", to: .place(Self.switchoverID)).
      """
  }

  /// Databases with a global cluster, with the cell that writes and the one that follows as described.
  var sharedDatabases: [(database: Database, writer: ResolvedCell, followers: [ResolvedCell])] {
    let globals = Set(
      documents.resources("aws_rds_global_cluster").compactMap {
        $0.body["global_cluster_identifier"]?.literal
      })
    return environment.databases.map(\.value.database).compactMap { database in
      let sharers = environment.sharers(of: database)
      guard globals.contains(environment.scope.name(of: database)),
        let writer = sharers.first(where: { $0.role.value == .primary })
      else { return nil }
      return (database, writer, sharers.filter { $0.role.value != .primary })
    }
  }

  /// The region that writes is gone.
  var databaseFailoverEntry: RunbookEntry? {
    guard !sharedDatabases.isEmpty else { return nil }
    let steps = sharedDatabases.flatMap { shared in
      shared.followers.flatMap { follower in
        [
          RunbookEntry.Step(
            "Which cluster of \(code: shared.database.name) writes now, asked in a region that is left:",
            [environment.members(of: shared.database, askedIn: follower)]),
          RunbookEntry.Step(
            """
            Make \(code: follower.name) write. What its region has not received yet is lost: how much, \
            \(code: follower.scope.name(of: .auroraGlobalReplicationLag, shared.database)) tells.
            """,
            [environment.failOver(shared.database, to: follower)]),
        ]
      }
    }
    return RunbookEntry(
      Self.failoverID, "The database's region is lost",
      when: """
        The region that writes does not come back soon, and losing seconds of writes is better than \
        waiting. \(strong: "It can't be undone"). While both regions are well, \
        \(link: "switch over", to: .place(Self.switchoverID)) instead.
        """,
      steps + [
        .init(
          """
          Then swap the two cells' \(code: "role:") in \(code: "cells/"), generate, and apply \
          \(code: "terraform/routing") and the cells.
          """)
      ])
  }

  /// A release that fails.
  var undoEntry: RunbookEntry? {
    let pods = Set(
      environment.cells.flatMap(\.cluster.services).map(\.value).filter(\.isPods).map(\.name)
    )
    .sorted()
    guard !pods.isEmpty else { return nil }
    return RunbookEntry(
      Self.undoID, "A release that fails",
      when: """
        Errors began with a release. This puts back what the pods ran before, in one cell, until the \
        next deployment of the Helm values.
        """,
      [
        .init(
          "\(link: "Enter the cluster", to: .place(Self.enterID)) of the cell; look at the pods.",
          [ResolvedCell.pods]),
        .init("Put back the service that fails.", pods.map(ResolvedCell.undo)),
        .init(
          "Pods that hang, but ran well before, are started anew, a few at a time.",
          pods.map(ResolvedCell.restart)),
      ])
  }

  /// Messages that nobody could handle.
  var deadLettersEntry: RunbookEntry? {
    RunbookEntry(
      Self.deadLettersID, "Messages that failed",
      when: """
        An alarm \(code: CellAlarm.deadLetters.rawValue) is on: messages failed \
        \(Queue.alertProcessing.maximumReceives) times. They are kept for \
        \(Queue.alertProcessing.deadLetterRetention.description) from when they were sent, so there is \
        time to find out why.
        """,
      environment.cellsInOrderOfApplication.flatMap { cell in
        [
          RunbookEntry.Step(
            """
            In \(code: cell.name), read one of each queue; it stays there. What went wrong is \
            \(link: "in the log", to: .place(Self.logsID)).
            """,
            Queue.all.map(cell.readDeadLetter)),
          RunbookEntry.Step(
            """
            When the reason is gone, hand them out again. What was delivered after all stands in the table \
            \(code: Table.deliveries.name), so that nobody is told twice.
            """,
            Queue.all.map(cell.redrive)),
          RunbookEntry.Step(
            "See how far it has come, and how many wait.",
            (Queue.all.map(cell.redriveProgress) + Queue.all.map(cell.depth))),
        ]
      })
  }

  /// What went wrong, in the services' own words.
  var logsEntry: RunbookEntry? {
    RunbookEntry(
      Self.logsID, "Read what went wrong",
      when: """
        Errors of the last hour, service by service. Saved queries and the dashboards \
        \(Prose.codes(Dashboard.allCases.map(\.rawValue))) of each cell are in CloudWatch.
        """,
      environment.cellsInOrderOfApplication.map { cell in
        RunbookEntry.Step(
          "In \(code: cell.name):", cell.cluster.services.map { cell.failures(of: $0.value.name) })
      })
  }

  /// How people get into a cluster.
  var enterEntry: RunbookEntry? {
    let entries = environment.accessEntries.map(\.value)
    guard !entries.isEmpty else {
      return RunbookEntry(
        Self.enterID, "Enter a cluster",
        when: """
          Nobody enters but \(environment.repository == nil ? "whoever creates it" : "the role that deploys"). \
          Write \(code: "AccessEntry(…)") in the environment to let people in.
          """, [])
    }
    return RunbookEntry(
      Self.enterID, "Enter a cluster",
      when: "To look at pods and events, or to put a release back.",
      entries.map { entry in
        let may =
          switch entry.policy {
          case .administrator: "may do everything"
          case .viewer: "may look at what runs, but at no secret"
          }
        return RunbookEntry.Step(
          "Whoever may take \(code: entry.role.description) \(may).",
          environment.cellsInOrderOfApplication.map { $0.enter(as: entry.role) })
      })
  }
}
