import CellContract
import CellDescription
import CellModel
import CellPrimitives
import FleetRunbook
import HTMLDocument
import SourceLocations
import TerraformDocument

extension FleetOverview {
  /// What only AWS knows, and how to ask it.
  var unknown: Chapter {
    Chapter("unknown", "What this page can't know") {
      paragraph(
        """
        It is written before anything is applied, and by nobody who can see the account. Ask, where it \
        matters:
        """)
      facts(limits)
      HTMLElement(.heading3, .id(HTMLID("endpoints"))) { "Where the databases answer" }
      paragraph(
        """
        Host names of databases hold a random part. Each cell publishes its own; where a cluster follows \
        another one, its writer's name leads nowhere until a switchover.
        """)
      commandBlocks(endpoints)
      if !outputs.isEmpty {
        DataTable(
          HTMLID("outputs"), "What the roots tell after an apply, with terraform output",
          columns: ["Output", "Root", "What it is"], rows: outputs
        ).element
      }
    }
  }

  private var limits: [(name: String, value: Prose)] {
    [
      (
        "How it is now",
        "health, load, alarms that are on: \(link: "first steps", to: .place(HTMLID("first-steps")))."
      ),
      (
        "Whether it was applied",
        """
        and whether somebody changed something by hand since: \(code: "terraform plan") in each root. \
        Add-ons follow the version that EKS recommends, so a plan may show an update that nobody wrote.
        """
      ),
      ("Which cell writes", writer),
      (
        "Which release runs",
        """
        the values name \(Prose.codes(Set(environment.cells.map(\.release.value)).sorted())); pods may run \
        what was put back, or not have been deployed yet.
        """
      ),
      (
        "How many run",
        "pods and Karpenter's machines come and go; the figures here are bounds."
      ),
      (
        "Who hears of alarms",
        """
        whether the mails were confirmed: \
        \(link: "see who confirms alarms", to: .place(Self.subscriptionsID)).
        """
      ),
      ("What secrets hold", "they are made without values; nobody here has seen one."),
      (
        "What it costs",
        """
        that hangs on traffic, data and prices, and on the day. \
        \(code: "cellctl cost --environment \(environment.name)") estimates it from a dated price book, \
        says what it assumes, and calls a sum "at least" where a price is not known.
        """
      ),
      (
        "What only AWS names",
        """
        IDs, addresses and random endings. Where the text would hold one, it holds Terraform's \
        expression for it: \(Phrase.later("…")).
        """
      ),
    ]
  }

  private var writer: Prose {
    guard let shared = sharedDatabases.first, let primary = environment.primary else {
      return "each cell's database is its own, or there is one cell."
    }
    return """
      as described \(code: primary.name) does; after a switchover another may. Ask for \
      \(code: environment.scope.name(of: shared.database)) as under \
      \(link: "switch the database over", to: .place(Self.switchoverID)).
      """
  }

  private var endpoints: [ShellCommand] {
    environment.cellsInOrderOfApplication.flatMap { cell in
      Database.all.filter { database in
        databases(of: cell).contains { $0.name == cell.scope.name(of: database) }
      }.flatMap { database in
        DatabaseEndpoint.allCases.map { cell.endpoint($0, of: database) }
      }
    }
  }

  private var outputs: [[Prose]] {
    documents.roots.flatMap { root in
      root.components.flatMap(\.outputs).sorted { $0.name < $1.name }.map { output in
        [
          "\(code: output.name)", "\(code: "terraform/\(root.path.folder)")",
          "\(output.description)",
        ]
      }
    }
  }
}
