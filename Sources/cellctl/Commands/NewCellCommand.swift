import ArgumentParser
import CellDescription
import CellEditing
import CellModel
import CellPrimitives
import Cells
import SourceLocations

/// `cellctl new-cell <name>`
struct NewCellCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-cell",
    abstract: "Write a cell into an environment in cells/.",
    discussion: [
      "The cell is formatted as the ones around it. It gets the next free index, and in its block "
        + "what the rules say that it must have, such as a database of its own in a region that "
        + "has a cell already. Where it can't be, nothing is written. A cell that is there already "
        + "is left alone.",
      "",
      "EXAMPLES",
      "  cellctl new-cell cell-usw2-01 --region us-west-2 --environment staging",
      "  cellctl new-cell dev-2 --region us-east-1 --environment development --dry-run",
    ].joined(separator: "\n"))

  @Argument(help: "The cell's name, which no other cell of the fleet has.")
  var name: String

  @Option(help: ArgumentHelp("Where the cell runs: us-west-2.", valueName: "region"))
  var region: String

  @Option(
    help: ArgumentHelp("The environment that gets the cell.", valueName: "name"),
    completion: .environments)
  var environment: String

  @Option(
    help: ArgumentHelp(
      "The shape in cells/ that it is made of; by default that of the environment's other cells.",
      valueName: "name"))
  var shape: String?

  @Option(help: "Its part in the shared data; by default standby where there is a primary.")
  var role: RoleOption?

  @Option(
    help: ArgumentHelp(
      "Its network is 10.<index>.0.0/16; by default the next that is free.", valueName: "index"))
  var index: Int?

  @Flag(help: "Show what would be written, and write nothing.")
  var dryRun = false

  @OptionGroup var options: FleetOptions

  func validate() throws {
    if let index, !(0...255).contains(index) {
      throw ValidationError("--index is \(index); write a number from 0 to 255, or leave it out")
    }
  }

  func run() throws {
    let request = NewCellRequest(
      name: name, region: try parsedRegion(), environment: environment, shape: shape,
      role: role?.role, index: index)
    try options.printingUnchecked { directory in
      do {
        let sources = try CellSources(of: directory)
        let plan = try NewCellPlan(
          request, in: fleet, writtenIn: sources.texts, on: options.today ?? .current)
        let result = NewCellResult(request: request, sources: sources, isDryRun: dryRun)
        return try result.outcome(of: plan)
      } catch let unknown as UnknownName {
        throw ValidationError(unknown.message)
      } catch let failure as EditingFailure {
        return Outcome(failure)
      } catch let failure as UneditableSources {
        return Outcome(failure)
      }
    }
  }

  /// The region, by AWS's name for it or by Swift's.
  private func parsedRegion() throws -> Region {
    let found = Region.allCases.first { $0.name == region || swiftName(of: $0.name) == region }
    guard let found else {
      throw ValidationError(
        UnknownName(region, kind: "region", plural: "regions", among: Region.allCases.map(\.name))
          .message)
    }
    return found
  }
}

/// A cell's role on the command line.
enum RoleOption: String, ExpressibleByArgument, CaseIterable {
  case primary
  case standby

  var role: Cell.Role {
    switch self {
    case .primary: .primary
    case .standby: .standby
    }
  }
}
