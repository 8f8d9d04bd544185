import ArgumentParser
import CellCost
import CellModel

/// `cellctl facts [<name>]`
struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts",
    abstract: "List what the rules and prices rest on, with source and age.",
    discussion: [
      "Each fact has the name that it has in Swift. Its date is the day on which its source was read; "
        + "that of a price, the day for which the source gives it. What is older than a year should be "
        + "read again.",
      "",
      "EXAMPLES",
      "  cellctl facts",
      "  cellctl facts EKSVersionFacts.releases",
      "  cellctl facts NameLimits --format json",
    ].joined(separator: "\n"))

  @Argument(
    help: "A fact, or a table of them: what stands before a dot. By default all.",
    completion: .list(Self.names))
  var name: String?

  @OptionGroup var options: FleetOptions

  func run() throws {
    let records = try chosen()
    try options.printingUnchecked { _ in
      let report = FactReport(records, on: options.today ?? .current)
      return Outcome(text: report.text, report: Report(facts: report.facts))
    }
  }

  private func chosen() throws -> [FactRecord] {
    guard let name else { return Self.all }
    let chosen = Self.all.filter { $0.name == name || $0.name.hasPrefix("\(name).") }
    guard !chosen.isEmpty else {
      // With a dot in it the name is a fact's; without one a table's, of which there are few.
      let isTable = !name.contains(".")
      throw ValidationError(
        UnknownName(
          name, kind: isTable ? "table of facts" : "fact", plural: isTable ? "tables" : "facts",
          among: Self.names.filter { $0.contains(".") != isTable }
        ).message)
    }
    return chosen
  }

  private static let all = (FactRecord.ofRules + FactRecord.ofPrices).sorted { $0.name < $1.name }

  /// Tables, and facts in them.
  private static let names = Set(
    all.flatMap { record in [record.name, String(record.name.prefix { $0 != "." })] }
  ).sorted()
}
