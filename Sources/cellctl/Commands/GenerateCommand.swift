import ArgumentParser
import CellModel
import FleetOutput
import GeneratedFiles

/// `cellctl generate`
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Write the Terraform roots and Helm values of every cell to out/.",
    discussion: """
      Only files whose bytes differ are written, and files that are no longer needed are removed,
      all of them or none. A file that was edited by hand, or that was not generated, is never
      overwritten or removed unless --discard-edits says so.
      """)

  @Flag(help: "Write nothing; exit with 1 where out/ differs from what the cells say.")
  var check = false

  @Flag(help: "Overwrite or remove files that were edited by hand or are in the way.")
  var discardEdits = false

  @Option(
    help: "The folder to write, from the working directory; by default the package's out/.")
  var output: String?

  @OptionGroup var options: FleetOptions

  func validate() throws {
    if check && discardEdits {
      throw ValidationError("--check writes nothing, so there are no edits to discard")
    }
  }

  func run() throws {
    try options.reportingDiagnostics {
      let directory = try options.packageDirectory()
      let fleet = try options.validatedFleet()
      let tree = try generatedTree(of: fleet)
      let folder = GeneratedFolder(output ?? "\(directory)/out")
      let report = GenerateReport(
        folder: output ?? "out", warnings: fleet.warnings, packageDirectory: directory,
        format: options.format)
      if check {
        try report.check(folder, tree)
      } else {
        try report.write(folder, tree, discardingEdits: discardEdits)
      }
    }
  }
}
