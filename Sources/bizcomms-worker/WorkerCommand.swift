import ArgumentParser

/// The delivery worker of a cell.
@main struct WorkerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bizcomms-worker",
    abstract: "The delivery worker of a cell.",
    discussion: """
      Everything that it needs to know stands in the variables that the chart sets; what is missing or \
      wrong is told by name before anything is reached. Its log is lines of JSON on the standard output.
      """,
    subcommands: [RunCommand.self, RedriveCommand.self, TakeOverCommand.self],
    defaultSubcommand: RunCommand.self)
}
