import CellContract
import CellDescription
import CellModel
import CellPrimitives
import HTMLDocument

extension FleetOverview {
  /// What can't wait until somebody else is awake.
  var emergencies: [RunbookEntry] {
    [takeoverEntry, databaseFailoverEntry, undoEntry, deadLettersEntry, logsEntry, enterEntry]
      .compactMap { $0 }
  }

  /// What is done by day.
  var dailyWork: [RunbookEntry] {
    [
      applyEntry, switchoverEntry, secretsEntry, imagesEntry, machinesEntry, subscriptionsEntry,
      destroyEntry,
    ].compactMap { $0 }
  }

  /// What to do, command by command: emergencies first.
  func runbook(_ tasks: [RunbookEntry]) -> Chapter {
    Chapter("runbook", "Runbook") {
      paragraph(
        """
        Commands are whole: names and regions are those of \(environment.name). Run them with credentials \
        of the account \(code: environment.scope.account.digits); those of Terraform from the folder that \
        holds this page.
        """)
      HTMLElement(.ul, .styleClass("index")) {
        for entry in tasks {
          HTMLElement(.li) { HTMLElement(.a, .link(.place(entry.id))) { entry.title } }
        }
      }
      tasks.map(\.element)
    }
  }
}
