import ArgumentParser

/// The Hacker News poller of a cell.
@main struct PollerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bizcomms-poller",
    abstract: "The Hacker News poller of a cell.",
    discussion: """
      Everything that it needs to know stands in the variables that the chart sets; what is missing or \
      wrong is told by name before anything is reached. Its log is lines of JSON on the standard output.
      """,
    subcommands: [RunCommand.self], defaultSubcommand: RunCommand.self)
}
