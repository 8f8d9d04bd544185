import CellContract
import CellDescription
import CellModel
import CellPrimitives
import FleetRunbook
import HTMLDocument
import SourceLocations

extension FleetOverview {
  /// The roots, in their order.
  var applyEntry: RunbookEntry? {
    let functions = functions
    return RunbookEntry(
      HTMLID("apply"), "Apply a change",
      when: """
        \(code: "cells/") has changed and \(code: "make generate") was reviewed. Apply the roots that \
        changed, in this order; each needs what stands before it. The very first time, \
        \(link: "README.md", to: .file("README.md")) says what comes before.
        """,
      environment.rootsInOrder.map { root in
        RunbookEntry.Step(stepWords(of: root, functions[root] ?? []), environment.apply(root))
      })
  }

  /// Functions of each cell's root, by workload.
  private var functions: [String: [String]] {
    Dictionary(
      environment.cells.map { cell in
        ("terraform/cells/\(cell.name)", cell.functions.map(\.value.name.contract.workload))
      }, uniquingKeysWith: +)
  }

  private func stepWords(of root: String, _ functions: [String]) -> Prose {
    guard !functions.isEmpty else { return "\(code: root)" }
    return """
      \(code: root), after \(link: "the image", to: .place(Self.imagesID)) of \
      \(Prose.codes(functions))
      """
  }

  /// Another cell is to write.
  var switchoverEntry: RunbookEntry? {
    guard !sharedDatabases.isEmpty else { return nil }
    let steps = sharedDatabases.flatMap { shared in
      shared.followers.flatMap { follower in
        [
          RunbookEntry.Step(
            """
            Both clusters are well, and \
            \(code: follower.scope.name(of: .auroraGlobalReplicationLag, shared.database)) is quiet.
            """,
            [environment.members(of: shared.database, askedIn: shared.writer)]),
          RunbookEntry.Step(
            """
            Make \(code: follower.name) write, asked in the region that writes now. Nothing is lost; \
            writes wait for a short time.
            """,
            [environment.switchOver(shared.database, to: follower, from: shared.writer)]),
          RunbookEntry.Step(
            "And back, another day, asked in the region that writes then:",
            [environment.switchOver(shared.database, to: shared.writer, from: follower)]),
        ]
      }
    }
    return RunbookEntry(
      Self.switchoverID, "Switch the database over",
      when: """
        Another cell is to be the primary, while both regions are well. It moves data and no callers: \
        \(link: "those are moved", to: .place(Self.takeoverID)) on their own.
        """,
      steps + [
        .init(
          """
          To keep it so, swap the two cells' \(code: "role:") in \(code: "cells/"), generate, and apply \
          \(code: "terraform/routing") and the cells.
          """)
      ])
  }

  /// Secrets that Terraform makes without values.
  var secretsEntry: RunbookEntry? {
    RunbookEntry(
      HTMLID("secrets"), "Fill in or renew a secret",
      when: """
        \(code: "terraform/global") makes secrets without values, and never sees one. Fill them in at \
        home, in \(code: environment.home.name); replicas follow. Put the value into a file of that name \
        first, and delete it after.
        """,
      Secret.all.map { secret in
        RunbookEntry.Step("\(secret.purpose)", [environment.fillIn(secret)])
      })
  }

  /// Images that must be there before a function.
  var imagesEntry: RunbookEntry? {
    let cells = environment.cellsInOrderOfApplication.filter { !$0.functions.isEmpty }
    guard !cells.isEmpty else { return nil }
    return RunbookEntry(
      Self.imagesID, "Push the image of a function",
      when: """
        Before a cell with functions is applied, the first time and for every release. Pods wait for \
        their image; functions don't.
        """,
      cells.flatMap { cell in
        cell.functions.map { service in
          RunbookEntry.Step(
            """
            \(code: service.value.name.contract.workload) of \(code: cell.name), for \
            \(code: cell.functionPlatform) alone. Build it with \
            \(code: "--platform \(cell.functionPlatform) --provenance=false --sbom=false").
            """,
            [cell.pushImage(of: service.value.name)])
        }
      })
  }

  /// Machines that keep the image that they were made from.
  var machinesEntry: RunbookEntry? {
    RunbookEntry(
      HTMLID("machines"), "Renew the machines of a cluster",
      when: """
        For security updates: machines of a node group keep the image that they were made from. They are \
        replaced one by one; Terraform changes nothing back.
        """,
      environment.cellsInOrderOfApplication.flatMap { cell in
        [
          RunbookEntry.Step(
            "The groups of \(code: cell.name) have names with an ending that only EKS knows.",
            [cell.nodeGroupNames])
        ]
      } + [
        .init(
          "Renew each of them, with its region, cluster and name filled in.",
          [ResolvedCell.renewMachines])
      ])
  }

  /// Who hears of alarms.
  var subscriptionsEntry: RunbookEntry? {
    RunbookEntry(
      Self.subscriptionsID, "See who confirms alarms",
      when: """
        After the first apply, and whenever somebody new is on call: an e-mail address gets no alarm \
        before somebody has followed the link in the mail for each topic, which is good for two days.
        """,
      environment.alarmTopics.map { topic in
        RunbookEntry.Step(
          """
          \(code: topic.name) must list \(Prose.codes(environment.onCall.map(\.value.address))) with an \
          ARN; \(code: "PendingConfirmation") in its place says that nobody has confirmed.
          """,
          [topic.subscriptions])
      })
  }

  /// The other way round.
  var destroyEntry: RunbookEntry? {
    let roots = environment.rootsInOrder.reversed()
    let refusal: Prose =
      switch environment.dataProtection {
      case .preventDestroy:
        """
        Terraform refuses as long as \(code: "prevent_destroy") stands on what holds data: that is \
        meant to be.
        """
      case .none: "Its data goes with it."
      }
    return RunbookEntry(
      HTMLID("destroy"), "Destroy a cell or everything",
      when: """
        Only what nobody needs any more, in the opposite order: a cell before \
        \(code: "terraform/global"). \(refusal)
        """,
      [
        .init(
          "The last first:",
          roots.map { ShellCommand(["terraform", "-chdir=\($0)", "destroy"]) })
      ])
  }
}
