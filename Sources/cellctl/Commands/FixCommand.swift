import ArgumentParser
import CellEditing
import CellModel
import Cells
import FleetOutput
import SourceLocations

/// `cellctl fix`
struct FixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    abstract: "Apply the fixes of errors and warnings to cells/.",
    discussion: [
      "What `cellctl validate` tells to write is written where that is an edit; what needs a person "
        + "is left and told. The cells must be those that cellctl was built from. Review the "
        + "difference: a fix that the rules accept need not be the one that you want.",
      "",
      "EXAMPLES",
      "  cellctl fix --dry-run",
      "  cellctl fix --rule eks-version   the fixes of one rule",
    ].joined(separator: "\n"))

  @Option(
    help: ArgumentHelp(
      "Only what this rule says, by its name in brackets; may be repeated.", valueName: "rule"))
  var rule: [String] = []

  @Flag(help: "Show what would be written, and write nothing.")
  var dryRun = false

  @OptionGroup var options: FleetOptions

  func run() throws {
    try options.printingUnchecked { directory in
      do {
        let sources = try CellSources(of: directory)
        let found = diagnostics()
        try checkRules(against: found)
        let wanted = found.filter { rule.isEmpty || rule.contains($0.rule) }
        let result = FixResult(sources: sources, isDryRun: dryRun)
        return try result.outcome(fixing: wanted, of: found)
      } catch let failure as UneditableSources {
        return Outcome(failure)
      }
    }
  }

  /// All that is told of the fleet that this executable was built with.
  private func diagnostics() -> [Diagnostic] {
    do {
      let valid = try ValidatedFleet(validating: fleet, on: options.today ?? .current)
      _ = try generatedTree(of: valid)
      return valid.warnings
    } catch let failure as InvalidFleet {
      return failure.diagnostics
    } catch {
      return []
    }
  }

  /// A name that nothing has is a mistake of the command line, not a fleet without faults.
  private func checkRules(against found: [Diagnostic]) throws {
    let names = Set(Rule.all.map(\.name) + found.map(\.rule)).sorted()
    for name in rule where !names.contains(name) {
      throw ValidationError(
        UnknownName(name, kind: "rule", plural: "rules", among: names).message)
    }
  }
}
