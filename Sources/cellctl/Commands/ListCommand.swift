import ArgumentParser
import CellModel

/// `cellctl list`
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the cells of every environment.",
    discussion: "EXAMPLES\n  cellctl list\n  cellctl list --format json")

  @OptionGroup var options: FleetOptions

  func run() throws {
    try options.printing { fleet, _ in
      let cells = fleet.environments.flatMap { environment in
        environment.cells.map {
          CellSummary($0, in: environment, relativeTo: BuiltPackage.directory)
        }
      }
      let head = ["CELL", "ENVIRONMENT", "REGION", "ROLE", "NETWORK", "ZONES", "RELEASE"]
      let rows = cells.map { cell in
        [
          cell.name, cell.environment, cell.region, cell.role, cell.network,
          String(cell.zones.count), cell.release,
        ]
      }
      return Outcome(text: TextTable(rows: [head] + rows).text, report: Report(cells: cells))
    }
  }
}
