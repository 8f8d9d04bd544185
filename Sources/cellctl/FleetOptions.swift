import ArgumentParser
import CellModel

/// What every command takes.
struct FleetOptions: ParsableArguments {
  @Option(help: "How results and diagnostics are written: text, or json for other programs.")
  var format = OutputFormat.text

  @Option(
    help: ArgumentHelp(
      "The package's folder; by default the one around the working directory.",
      valueName: "folder"), completion: .directory)
  var packagePath: String?

  @Option(
    help: ArgumentHelp(
      "The day, YYYY-MM-DD, for which support dates are judged; by default today, in UTC.",
      valueName: "date"),
    transform: FactDate.init(commandLine:))
  var today: FactDate?
}

/// How results are written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}
