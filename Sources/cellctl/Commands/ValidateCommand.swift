import ArgumentParser
import CellModel
import FleetOutput

/// `cellctl validate`
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check the cells; print every error and warning.",
    discussion: "Extensions are evaluated too, so whatever validates also generates.")

  @OptionGroup var options: FleetOptions

  func run() throws {
    try options.reportingDiagnostics {
      let fleet = try options.validatedFleet()
      _ = try generatedTree(of: fleet)
      let warnings = DiagnosticReport(fleet.warnings, relativeTo: try options.packageDirectory())
      switch options.format {
      case .json:
        print(try Report(diagnostics: warnings.entries).json())
      case .text:
        if !fleet.warnings.isEmpty { StandardError.write(warnings.text) }
        let cells = fleet.environments.map(\.cells.count).reduce(0, +)
        print(
          "\(counted(fleet.environments.count, "environment")) and \(counted(cells, "cell")) "
            + "are valid")
      }
    }
  }
}

/// `1 cell`, `2 cells`.
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
