import CellContract
import CellDescription
import CellModel
import CellPrimitives
import FleetRunbook
import HTMLDocument
import SourceLocations
import TerraformDocument

extension FleetOverview {
  /// What somebody does who was woken: see what is on, see whether callers suffer, decide.
  var firstSteps: Chapter {
    Chapter("first-steps", "An alarm woke you") {
      HTMLElement(.ol, .styleClass("steps")) {
        HTMLElement(.li) {
          paragraph("\(strong: "Do callers suffer?") Ask the shared name, then each cell.")
          commandBlocks(healthChecks)
        }
        HTMLElement(.li) {
          paragraph(
            """
            \(strong: "Which alarms are on?") Each is printed with what to do about it; the same stands \
            under \(link: "Alarms", to: .place(HTMLID("alarms"))). Alarms are in the regions of their \
            cells, those of the fleet in \(EnvironmentScope.fleetAlarmRegion.name).
            """)
          commandBlocks(environment.alarmRegions.map(environment.alarmsThatAreOn))
        }
        HTMLElement(.li) {
          paragraph("\(strong: "Is it one cell, or all of them?") \(decision)")
        }
        HTMLElement(.li) {
          paragraph(
            """
            \(strong: "Did somebody change something?") A release, an apply, a maintenance window. \
            \(undoHint)
            """)
        }
      }
      if !maintenance.isEmpty {
        paragraph("Maintenance of the databases, in UTC: \(Prose.list(maintenance)).")
      }
    }
  }

  private var healthChecks: [ShellCommand] {
    [environment.healthOfSharedName]
      + environment.cellsInOrderOfApplication.map(environment.health)
  }

  private var undoHint: Prose {
    guard let undoEntry else { return "" }
    return "Pods can be put back at once: \(link: undoEntry.title, to: .place(undoEntry.id))."
  }

  private var decision: Prose {
    let together =
      "What all cells have in common is the certificate, DNS, the database and the release."
    guard environment.cells.count > 1 else {
      return "There is one cell; nobody can take over from it. \(together)"
    }
    guard let standby = environment.standbyToTakeOver else {
      return "Route 53 leaves a cell out while its health check fails. \(together)"
    }
    return """
      \(together) If it is the primary alone, callers can be moved to \(code: standby.name) within \
      minutes, well before you know why: \
      \(link: "move callers to the standby", to: .place(Self.takeoverID)).
      """
  }

  private var maintenance: [Prose] {
    documents.resources("aws_rds_cluster").map { block in
      let name = Phrase(block.body["cluster_identifier"], in: block.root).text
      let window = Phrase(block.body["preferred_maintenance_window"], in: block.root).text
      return "\(code: name) \(window)"
    }
  }
}
