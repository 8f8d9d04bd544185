import ArgumentParser
import CellModel
import Cells
import Foundation
import SourceLocations

/// What every command takes.
struct FleetOptions: ParsableArguments {
  @Option(help: "How results and diagnostics are written: text, or json for other programs.")
  var format = OutputFormat.text

  @Option(help: "The package's folder; by default the one around the working directory.")
  var packagePath: String?

  @Option(
    help: ArgumentHelp(
      "The day, YYYY-MM-DD, for which support dates are judged; by default today.",
      valueName: "date"),
    transform: Self.date)
  var today: FactDate?

  /// Absolute path of the package, to which places in the source are relative.
  func packageDirectory() throws -> String {
    try PackageDirectory.find(from: packagePath)
  }

  /// The fleet that this executable was built with, checked.
  ///
  /// - Throws: ``InvalidFleet``.
  func validatedFleet() throws(InvalidFleet) -> ValidatedFleet {
    try ValidatedFleet(validating: fleet, on: today ?? Self.currentDate)
  }

  /// Reads `2026-11-23`.
  private static func date(_ text: String) throws -> FactDate {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).compactMap { Int($0) }
    guard parts.count == 3,
      let date = FactDate(year: parts[0], month: parts[1], day: parts[2])
    else { throw ValidationError("\"\(text)\" is not a day; write one such as 2026-11-23") }
    return date
  }

  /// Today in UTC.
  private static var currentDate: FactDate {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let now = calendar.dateComponents([.year, .month, .day], from: Date())
    guard let year = now.year, let month = now.month, let day = now.day,
      let date = FactDate(year: year, month: month, day: day)
    else { preconditionFailure("the Gregorian calendar gave no date for now") }
    return date
  }

  /// Runs `body` and turns an invalid fleet into printed diagnostics and exit status 1.
  func reportingDiagnostics(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let failure as InvalidFleet {
      let report = DiagnosticReport(failure.diagnostics, relativeTo: try packageDirectory())
      switch format {
      case .text: StandardError.write(report.text)
      case .json: print(try Report(diagnostics: report.entries).json())
      }
      throw ExitCode.failure
    }
  }
}

/// How results are written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

