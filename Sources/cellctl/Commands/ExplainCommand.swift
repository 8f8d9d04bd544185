import ArgumentParser
import CellModel
import CellPrimitives
import Cells
import FleetIndex
import SourceLocations
import TerraformSynthesis

/// `cellctl explain <address>`, or `cellctl explain <rule>`
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say where a Terraform block comes from and why, or what a rule demands.",
    discussion: [
      "The address is the one that Terraform prints. Where several roots have it, write the "
        + "environment, the root or the cell in front of it. A type or a name alone lists every block "
        + "that has it. Of a rule, which errors and warnings name in brackets, it says what it demands and "
        + "where to read why; blocks of the same name are found with an environment in front of it.",
      "",
      "EXAMPLES",
      "  cellctl explain cell-use1-01 aws_vpc.main",
      "  cellctl explain production/global aws_dynamodb_table.deliveries",
      "  cellctl explain staging.global.aws_route53_zone.main",
      "  cellctl explain production aws_nat_gateway",
      "  cellctl explain cidr-overlap",
    ].joined(separator: "\n"))

  @Argument(
    help: ArgumentHelp(
      "A block's address, such as aws_vpc.main; before it environment, root or cell. Or a rule.",
      valueName: "address"),
    completion: .list(Rule.all.map(\.name)))
  var words: [String]

  @OptionGroup var options: FleetOptions

  func run() throws {
    // No cells are needed for that, and where they have errors somebody may ask.
    if let rule = Rule.all.first(where: { [$0.name] == words }) {
      try options.printingUnchecked { _ in
        let explanation = RuleExplanation(rule)
        return Outcome(text: explanation.text, report: Report(rule: explanation.report))
      }
      return
    }
    try options.printing { valid, directory in
      let index = BlockIndex(try SynthesizedFleet(valid).roots)
      do throws(BlockQuery.Failure) {
        let block = try BlockQuery(words).block(in: index)
        let explanation = BlockExplanation(
          of: block, in: index, DescriptionPlaces(fleet), writtenIn: directory)
        return Outcome(text: explanation.text, report: Report(explanation: explanation.report))
      } catch {
        throw ValidationError(message(of: error))
      }
    }
  }

  private func message(of failure: BlockQuery.Failure) -> String {
    switch failure {
    case .unknown(let problem, let advice):
      let rule = nearest(to: words.joined(separator: " "), among: Rule.all.map(\.name))
      return "\(problem); \(rule.map { "did you mean the rule \($0)?" } ?? advice)"
    case .ambiguous(let blocks):
      let asked = words.joined(separator: " ")
      let lines = blocks.map { "  cellctl explain \($0.root.shortName) \($0.name)" }
      return "\(asked) can be \(counted(blocks.count, "block")); ask for one of them:\n"
        + lines.joined(separator: "\n")
    }
  }
}
