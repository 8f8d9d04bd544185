import ArgumentParser
import CellCost
import CellModel
import TerraformSynthesis

/// `cellctl cost`
struct CostCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cost", abstract: "Show what the environments cost in a month.",
    discussion: [
      "Counts what the Terraform roots hold, and assumes how much of it is used: --assume changes "
        + "that. Prices are AWS's, on demand, each with its source and date; what has none is shown "
        + "as unknown and makes a total \"at least\".",
      "",
      "EXAMPLES",
      "  cellctl cost",
      "  cellctl cost --environment production --lines",
      "  cellctl cost --environment production --compare",
      "  cellctl cost --assume web-requests=50 --assume spot-share=0",
    ].joined(separator: "\n"))

  /// Names without an option in front, which are a mistake: read to say which option is meant.
  @Argument(help: .hidden)
  var bareNames: [String] = []

  @Option(
    help: ArgumentHelp("Only this environment.", valueName: "name"), completion: .environments)
  var environment: String?

  @Option(help: ArgumentHelp("Only this cell.", valueName: "name"), completion: .cells)
  var cell: String?

  @Option(
    name: .customLong("assume"),
    help: ArgumentHelp(
      "How much is used, such as web-requests=50; the output names what can be assumed.",
      valueName: "name=value"))
  var assume: [String] = []

  @Flag(help: "Every line with its quantity, its price and the place that causes it.")
  var lines = false

  @Flag(help: "Explain the difference to the figures of the system's overview.")
  var compare = false

  @OptionGroup var options: FleetOptions

  func validate() throws {
    if let name = bareNames.first {
      guard environment == nil && cell == nil else {
        throw ValidationError("\(name) is one name too many; leave it out")
      }
      let option = writtenCells.contains(name) ? "--cell" : "--environment"
      throw ValidationError("\(name) has no option in front of it; write \(option) \(name)")
    }
    if compare && cell != nil {
      throw ValidationError("--compare looks at whole environments; leave --cell out")
    }
  }

  func run() throws {
    let assumptions = try usageAssumptions()
    let today = options.today ?? .current
    try options.printing { fleet, _ in
      let resources = BilledResource.all(in: try SynthesizedFleet(fleet).roots)
      let whole = Bill(of: resources, assuming: assumptions, on: today)
      let bill = try part(of: whole, in: fleet)
      let result = CostResult(
        bill: bill, comparisons: try comparisons(of: bill, assumptions), assumptions: assumptions,
        today: today, directory: BuiltPackage.directory)
      return Outcome(
        text: result.text(withLines: lines), report: Report(cost: CostReport(result)))
    }
  }

  private func usageAssumptions() throws -> UsageAssumptions {
    var assumptions = UsageAssumptions()
    do throws(UnreadableAssumption) {
      for text in assume { try assumptions.assume(text) }
    } catch {
      throw ValidationError(error.message)
    }
    return assumptions
  }

  private func part(of bill: Bill, in fleet: ValidatedFleet) throws -> Bill {
    if let environment {
      try check(environment, among: fleet.environments.map(\.name), "environment")
    }
    if let cell {
      try check(cell, among: fleet.environments.flatMap(\.cells).map(\.name), "cell")
    }
    return bill.filtered { line in
      (environment ?? line.environment) == line.environment
        && (cell.map { line.owner == .cell($0) } ?? true)
    }
  }

  private func check(_ name: String, among names: [String], _ kind: String) throws {
    guard !names.contains(name) else { return }
    throw ValidationError(
      UnknownName(name, kind: kind, plural: "\(kind)s", among: names).message)
  }

  private func comparisons(
    of bill: Bill, _ assumptions: UsageAssumptions
  ) throws -> [OverviewComparison] {
    guard compare else { return [] }
    let known = OverviewFigures.all.map(\.environment)
    return try bill.environments.map { name in
      guard let figures = OverviewFigures.of(name) else {
        throw ValidationError(
          "the overview has no figures for \(name); compare "
            + "\(known.joined(separator: ", ")) with --environment")
      }
      return OverviewComparison(of: bill, with: figures, assuming: assumptions)
    }
  }
}
