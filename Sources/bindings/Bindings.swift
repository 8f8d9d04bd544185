import ArgumentParser
import Foundation

/// Generates Swift accessors for the Terraform types that a list names.
@main
struct Bindings: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write Swift accessors for the Terraform types in use.",
    discussion: """
      The schema is what `terraform providers schema -json` prints in a folder whose \
      configuration requires the provider.
      """)

  @Option(help: ArgumentHelp("The provider's schema as JSON.", valueName: "file"))
  var schema: String

  @Option(help: ArgumentHelp("The list of wanted types.", valueName: "file"))
  var types: String

  @Option(help: ArgumentHelp("Where the Swift files lie.", valueName: "folder"))
  var output: String

  @Flag(help: "Write nothing; fail where the files differ from what would be written.")
  var check = false

  func validate() throws {
    for path in [schema, types, output] where !FileManager.default.fileExists(atPath: path) {
      throw ValidationError("there is nothing at \(path)")
    }
  }

  func run() throws {
    let text = try String(contentsOf: URL(filePath: types), encoding: .utf8)
    let wanted = try WantedTypes(parsing: text, file: types)
    let json = try Data(contentsOf: URL(filePath: schema))
    let generation = try generate(wanted, from: json)
    let folder = GeneratedFolder(URL(filePath: output))

    guard check else {
      let changes = try folder.write(generation.files)
      return print(([generation.summary] + changes.lines).joined(separator: "\n"))
    }
    let differences = try folder.changes(toHold: generation.files)
    guard differences.isEmpty else { throw BindingsError.outOfDate(differences) }
    print("\(generation.files.count) generated files are up to date")
  }
}
