import COperationCount
import CellDescription
import CellModel
import CellPrimitives
import FleetOutput
import GeneratedFiles
import MeasuredFleet
import SourceLocations

/// How many operations a part of the generator takes for a fleet of some size:
/// `count-operations <subject> <cells> <folder>`.
///
/// It is no product: the tests of growth run it, each count in a process of its own, in which nothing
/// else is counted. For them hashing has to be the same in every process
/// (`SWIFT_DETERMINISTIC_HASHING`).
@main enum CountOperations {
  /// What is counted.
  enum Subject: String, CaseIterable {
    /// Resolving the description and asking every rule.
    case validation
    /// Generating everything, and writing it into a folder that is not there yet.
    case writing
    /// Generating everything, where the folder holds it already.
    case comparison
    /// Every pair of environments: what must not be, to show that the tests would see it.
    case pairs
  }

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let subject = Subject(rawValue: arguments[1]),
      let cells = Int(arguments[2]), (1...2000).contains(cells)
    else {
      let subjects = Subject.allCases.map(\.rawValue).joined(separator: "|")
      endForWrongCommandLine("count-operations \(subjects) <cells, 1 to 2000> <folder>")
    }
    let description = measuredFleet(cells: cells)
    let folder = GeneratedFolder(arguments[3])
    let operations: UInt64
    switch subject {
    case .validation:
      operations = try counting { _ = try validated(description) }
    case .writing:
      let trees = try generatedTrees(of: try validated(description))
      operations = try counting { _ = try folder.write(trees) }
    case .comparison:
      let trees = try generatedTrees(of: try validated(description))
      _ = try folder.write(trees)
      operations = try counting { _ = try folder.write(trees) }
    case .pairs:
      let fleet = try validated(description)
      operations = counting {
        for environment in fleet.environments {
          let others = fleet.environments.filter { $0.name != environment.name }
          precondition(others.count == fleet.environments.count - 1)
        }
      }
    }
    print(operations)
  }

  private static func validated(_ fleet: Fleet) throws -> ValidatedFleet {
    guard let today = FactDate(year: 2026, month: 11, day: 26) else {
      preconditionFailure("2026-11-26 is a day")
    }
    return try ValidatedFleet(validating: fleet, on: today)
  }

  private static func counting(_ work: () throws -> Void) rethrows -> UInt64 {
    guard operation_count_is_available() else { fatalError("allocations are counted with glibc") }
    let before = operation_count()
    try work()
    return operation_count() - before
  }
}
