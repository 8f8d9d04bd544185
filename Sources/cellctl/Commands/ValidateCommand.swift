import ArgumentParser
import CellModel
import CellPrimitives
import FleetOutput

/// `cellctl validate`
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check the cells; print every error and warning.",
    discussion: [
      "Extensions are evaluated too, so whatever validates also generates.",
      "",
      "EXAMPLES",
      "  cellctl validate",
      "  cellctl validate --today 2027-06-01   what will be out of support by then",
    ].joined(separator: "\n"))

  @OptionGroup var options: FleetOptions

  func run() throws {
    try options.printing { fleet, _ in
      _ = try generatedTree(of: fleet)
      let cells = fleet.environments.map(\.cells.count).reduce(0, +)
      return Outcome(
        text: "\(counted(fleet.environments.count, "environment")) and \(counted(cells, "cell")) "
          + "are valid")
    }
  }
}
