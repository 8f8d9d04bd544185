import ArgumentParser

/// The alert API of a cell.
@main struct APICommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bizcomms-api",
    abstract: "The alert API of a cell.",
    discussion: """
      Everything that it needs to know stands in the variables that the chart sets; what is missing or \
      wrong is told by name before anything is reached. Its log is lines of JSON on the standard output.
      """,
    subcommands: [ServeCommand.self, MigrateCommand.self], defaultSubcommand: ServeCommand.self)
}
