import ArgumentParser
import CellModel
import Cells
import SourceLocations

extension FleetOptions {
  /// Checks the fleet that this executable was built with, runs `command` on it, and prints what
  /// came of it.
  ///
  /// `command` also gets the absolute path of the package that is meant.
  ///
  /// - Throws: `ExitCode` where there are errors; what `command` throws, except ``InvalidFleet``.
  func printing(_ command: (ValidatedFleet, String) throws -> Outcome) throws {
    try printingUnchecked { directory in
      var warnings: [Diagnostic] = []
      do {
        let fleet = try ValidatedFleet(validating: fleet, on: today ?? .current)
        warnings = fleet.warnings
        var outcome = try command(fleet, directory)
        outcome.diagnostics += warnings
        return outcome
      } catch let failure as InvalidFleet {
        return Outcome(diagnostics: warnings + failure.diagnostics, isFailure: true)
      }
    }
  }

  /// Runs `command`, which gets the package's absolute path, and prints what came of it: the only
  /// place that does.
  ///
  /// - Throws: `ExitCode` where the outcome is a failure; what `command` throws.
  func printingUnchecked(_ command: (String) throws -> Outcome) throws {
    let directory = try PackageDirectory.find(from: packagePath)
    var outcome = try command(directory)
    let diagnostics = Set(outcome.diagnostics).sorted()
    let report = DiagnosticReport(diagnostics, relativeTo: BuiltPackage.directory)
    switch format {
    case .text:
      StandardStream.error.write(report.text(StandardStream.error.ink))
      let ink = StandardStream.output.ink
      try StandardStream.output.writeOrThrow(
        outcome.isDifference ? ink.difference(outcome.text) : outcome.text)
      StandardStream.error.write(StandardStream.error.ink.problem(outcome.problem))
    case .json:
      outcome.report.diagnostics = report.entries
      try StandardStream.output.writeOrThrow(try outcome.report.json())
    }
    if outcome.isFailure { throw ExitCode.failure }
  }
}
