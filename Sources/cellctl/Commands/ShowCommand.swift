import ArgumentParser
import CellModel

/// `cellctl show <cell>`
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what one cell is made of.",
    discussion: "EXAMPLES\n  cellctl show cell-use1-01\n  cellctl show cell-use1-01 --format json")

  @Argument(help: "The cell's name, as `cellctl list` prints it.", completion: .cells)
  var cell: String

  @OptionGroup var options: FleetOptions

  func run() throws {
    try options.printing { fleet, _ in
      guard let found = fleet.cell(named: cell) else { throw unknownCell(in: fleet) }
      let summary = CellSummary(
        found.cell, in: found.environment, relativeTo: BuiltPackage.directory)
      return Outcome(text: summary.text, report: Report(cells: [summary]))
    }
  }

  private func unknownCell(in fleet: ValidatedFleet) -> ValidationError {
    let names = fleet.environments.flatMap(\.cells).map(\.name)
    return ValidationError(
      UnknownName(cell, kind: "cell", plural: "cells", among: names).message)
  }
}
