import ArgumentParser

/// Generates and shows the infrastructure of the fleet that `cells/` describes.
@main struct Cellctl: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cellctl",
    abstract: "Generate the Terraform and Helm values of the fleet that cells/ describes.",
    discussion: """
      EXAMPLES
        cellctl generate            write out/
        cellctl generate --check    compare out/ with the cells; write nothing
        cellctl validate            check the cells
        cellctl validate --today 2027-06-01    what will be out of support by then
        cellctl list                list the cells of every environment
        cellctl show cell-use1-01   what one cell is made of
        cellctl explain cell-use1-01 aws_vpc.main    where a block comes from
        cellctl explain cidr-overlap                 what a rule demands
        cellctl diff main           what applying would do to what main has
        cellctl graph fleet         draw cells and what they share
        cellctl cost                what the environments cost in a month
        cellctl facts               what the rules rest on, and how old that is
        cellctl new-cell dev-2 --region us-east-1 --environment development
        cellctl fix --dry-run       what errors and warnings say to write

      EXIT STATUS
        0   done; there may be warnings
        1   errors; out/ differs or can't be written; a loss (--fail-on-loss)
        64  the command line is wrong
      """,
    version: "0.1.0",
    subcommands: [
      GenerateCommand.self, ValidateCommand.self, ListCommand.self, ShowCommand.self,
      ExplainCommand.self, DiffCommand.self, GraphCommand.self, CostCommand.self,
      FactsCommand.self, NewCellCommand.self, FixCommand.self,
    ])

  /// Runs the command that the command line asks for.
  ///
  /// A word in the place of a command that is none, also behind `help`, is refused here, because the
  /// parser takes it for an argument too many and can't say what was meant.
  static func main() async {
    let words = CommandLine.arguments.dropFirst()
    let command = words.drop { $0 == "help" }.first
    if let word = command, !word.hasPrefix("-"), !commandNames.contains(word) {
      exit(
        withError: ValidationError(
          UnknownName(word, kind: "command", plural: "commands", among: commandNames).message))
    }
    do {
      var command = try await asyncParseAsRoot(Array(words))
      try await run(&command)
    } catch {
      exit(withError: error)
    }
  }

  /// Runs a command that was read.
  ///
  /// What is wrong with its names is found here, and how the line is written has been right: so the error
  /// stands alone, where the parser would print the usage of all commands below it.
  private static func run(_ command: inout any ParsableCommand) async throws {
    do {
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let mistake as ValidationError {
      StandardStream.error.write("Error: \(mistake.message)")
      throw ExitCode.validationFailure
    }
  }

  private static var commandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }
}
