import CellModel
import FleetOutput
import GeneratedFiles
import MeasuredFleet

/// What `cellctl generate` does, for a fleet of any size: `generate-fleet <cells> <folder>`.
///
/// It is no product: `make bench` runs it, and the tests of growth.
@main enum GenerateFleet {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let cells = Int(arguments[1]), (1...2000).contains(cells) else {
      endForWrongCommandLine("generate-fleet <cells, 1 to 2000> <folder>")
    }
    guard let today = FactDate(year: 2026, month: 11, day: 26) else {
      preconditionFailure("2026-11-26 is a day")
    }
    let fleet = try ValidatedFleet(validating: measuredFleet(cells: cells), on: today)
    let report = try GeneratedFolder(arguments[2]).write(generatedTrees(of: fleet))
    print("\(report.changes.count) changed, \(report.unchanged.count) unchanged")
  }
}
