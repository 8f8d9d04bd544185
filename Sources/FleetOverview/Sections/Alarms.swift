import CellDescription
import CellModel
import CellPrimitives
import HTMLDocument
import TerraformDocument

extension FleetOverview {
  /// Every alarm, the fleet's first: they say whether callers suffer.
  func alarms(leadingTo tasks: [RunbookEntry]) -> Chapter {
    let all = Alarm.all(in: documents)
    let byOwner = Dictionary(grouping: all, by: \.block.owner)
    let owners = Set(environment.cells.map(\.name))
    let others = all.filter { !owners.contains($0.block.owner) }
    return Chapter("alarms", "Alarms") {
      paragraph(
        """
        \(counted(all.count, "alarm")), read from the Terraform that makes them. Each is sent to its topic \
        when it goes off and when all is well again; who hears of it stands under \
        \(link: "who confirms alarms", to: .place(Self.subscriptionsID)). \(Phrase.later("…")) is known \
        after an apply.
        """)
      group("Of the whole environment", nil, others, tasks)
      for cell in environment.cellsInOrderOfApplication {
        group(
          "Of \(cell.name), in \(cell.region.name)", cell, byOwner[cell.name] ?? [], tasks)
      }
    }
  }

  @HTMLBuilder private func group(
    _ title: String, _ cell: ResolvedCell?, _ alarms: [Alarm], _ tasks: [RunbookEntry]
  ) -> [HTMLNode] {
    if !alarms.isEmpty {
      HTMLElement(.heading3, .id(HTMLID("alarms", cell?.name ?? "fleet"))) { title }
      for alarm in alarms {
        let next = nextSteps(after: alarm.name.text, of: cell)
        article(alarm, tasks.filter { next.contains($0.id) })
      }
    }
  }

  private func article(_ alarm: Alarm, _ next: [RunbookEntry]) -> HTMLElement {
    HTMLElement(.article, .styleClass("alarm"), .id(alarm.id)) {
      HTMLElement(.heading4) { alarm.name.text }
      paragraph("\(alarm.description)")
      HTMLElement(.p, .styleClass("figures")) {
        "Goes off: "
        alarm.condition
        ". "
        alarm.tells.isEmpty
          ? "It tells nobody: it is a switch." as Prose : "Tells \(Prose.codes(alarm.tells))."
      }
      if !next.isEmpty {
        paragraph(
          "Go on with \(Prose.list(next.map { "\(link: $0.title, to: .place($0.id))" })).")
      }
    }
  }
}
