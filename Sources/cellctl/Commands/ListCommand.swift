import ArgumentParser
import CellModel

/// `cellctl list`
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the cells of every environment.")

  @OptionGroup var options: FleetOptions

  func run() throws {
    try options.reportingDiagnostics {
      let directory = try options.packageDirectory()
      let cells = try options.validatedFleet().environments.flatMap { environment in
        environment.cells.map { CellSummary($0, in: environment, relativeTo: directory) }
      }
      switch options.format {
      case .json:
        print(try Report(cells: cells).json())
      case .text:
        let head = ["CELL", "ENVIRONMENT", "REGION", "ROLE", "NETWORK", "ZONES", "RELEASE"]
        let rows = cells.map { cell in
          [
            cell.name, cell.environment, cell.region, cell.role, cell.network,
            String(cell.zones.count), cell.release,
          ]
        }
        print(TextTable(rows: [head] + rows).text)
      }
    }
  }
}
