import ArgumentParser
import FleetOutput
import GeneratedFiles

/// `cellctl generate`
struct GenerateCommand: ParsableCommand {
  // The help wraps by itself: each paragraph and each example is one line.
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Write the Terraform roots and Helm values of every cell to out/.",
    discussion: [
      "Only files whose bytes differ are written, and files that are no longer needed are "
        + "removed, all of them or none. A file that was edited by hand, or that was not "
        + "generated, is never overwritten or removed unless --discard-edits says so.",
      "",
      "EXAMPLES",
      "  cellctl generate",
      "  cellctl generate --check            in CI",
      "  cellctl generate --output /tmp/out  beside the committed files",
    ].joined(separator: "\n"))

  @Flag(help: "Write nothing; exit with 1 where out/ differs from what the cells say.")
  var check = false

  @Flag(help: "Overwrite or remove files that were edited by hand or are in the way.")
  var discardEdits = false

  @Option(
    help: ArgumentHelp(
      "The folder to write, from the working directory; by default the package's out/.",
      valueName: "folder"))
  var output: String?

  @OptionGroup var options: FleetOptions

  func validate() throws {
    if check && discardEdits {
      throw ValidationError("--check writes nothing, so there are no edits to discard")
    }
    if output?.isEmpty == true {
      throw ValidationError("--output is empty; write a folder, or leave the option out")
    }
  }

  func run() throws {
    try options.printing { fleet, directory in
      let trees = try generatedTrees(of: fleet)
      let folder = GeneratedFolder(output ?? "\(directory)/out")
      let result = GenerateResult(
        folder: output.map(Self.withoutTrailingSlash) ?? "out", trees: trees)
      return try check
        ? result.check(folder) : result.write(folder, discardingEdits: discardEdits)
    }
  }

  /// `out` for `out/`, because the names of files are appended to it.
  private static func withoutTrailingSlash(_ path: String) -> String {
    path.hasSuffix("/") && path != "/" ? withoutTrailingSlash(String(path.dropLast())) : path
  }
}
