import ArgumentParser
import CellModel
import Cells
import SourceLocations

extension FleetOptions {
  /// Checks the fleet that this executable was built with, runs `command` on it, and prints what
  /// came of it: the only place that does.
  ///
  /// `command` also gets the package's absolute path, to which places in the source are relative.
  ///
  /// - Throws: `ExitCode` where there are errors; what `command` throws, except ``InvalidFleet``.
  func printing(_ command: (ValidatedFleet, String) throws -> Outcome) throws {
    let directory = try PackageDirectory.find(from: packagePath)
    var diagnostics: Set<Diagnostic> = []
    var outcome: Outcome
    do {
      let fleet = try ValidatedFleet(validating: fleet, on: today ?? .current)
      diagnostics.formUnion(fleet.warnings)
      outcome = try command(fleet, directory)
    } catch let failure as InvalidFleet {
      diagnostics.formUnion(failure.diagnostics)
      outcome = Outcome(isFailure: true)
    }
    let report = DiagnosticReport(diagnostics.sorted(), relativeTo: directory)
    switch format {
    case .text:
      StandardStream.error.write(report.text)
      try StandardStream.output.writeOrThrow(outcome.text)
      StandardStream.error.write(outcome.problem)
    case .json:
      outcome.report.diagnostics = report.entries
      try StandardStream.output.writeOrThrow(try outcome.report.json())
    }
    if outcome.isFailure { throw ExitCode.failure }
  }
}
