import ArgumentParser
import CellCost
import CellModel
import FleetDifference
import FleetOutput
import GeneratedFiles

/// `cellctl diff [<revision>]`
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what applying the cells would do to what a git revision describes.",
    discussion: [
      "Compares out/ as it was committed with what the cells say now: cells and resources that are "
        + "added, changed, replaced and removed, which of them hold state, what a change in place "
        + "loses, and what it costs. Resources that are replaced together with another are among "
        + "them. It looks at files, not at AWS: before an apply, `terraform plan` has the last word.",
      "",
      "EXAMPLES",
      "  cellctl diff                          since the last commit",
      "  cellctl diff main --environment production",
      "  cellctl diff v0.1.0 --fail-on-loss    in CI",
    ].joined(separator: "\n"))

  @Argument(
    help: ArgumentHelp(
      "The commit, branch or tag to compare with.", valueName: "revision"),
    completion: .revisions)
  var revision = "HEAD"

  @Option(
    help: ArgumentHelp("Only this environment.", valueName: "name"), completion: .environments)
  var environment: String?

  @Flag(help: "Name every resource of a root that is new or gone, too.")
  var all = false

  @Flag(help: "Exit with 1 where data, or what protects them, would be lost.")
  var failOnLoss = false

  @OptionGroup var options: FleetOptions

  func run() async throws {
    let directory = try PackageDirectory.find(from: options.packagePath)
    let (found, files) = try await readRevision(in: directory)
    try options.printing { fleet, _ in
      let tree = try generatedTree(of: fleet)
      let new = tree.paths.reduce(into: [:]) { $0[$1.text] = tree[$1] }
      if let environment {
        let known = Set(fleet.environments.map(\.name))
          .union(files.keys.compactMap { $0.split(separator: "/").first.map(String.init) })
        guard known.contains(environment) else {
          throw ValidationError(
            UnknownName(
              environment, kind: "environment", plural: "environments", among: known.sorted()
            ).message)
        }
      }
      do throws(UnreadableRecord) {
        let old = try RecordedFleet(files: wanted(files))
        let result = DifferenceResult(
          revision: found, isEverythingNew: files.isEmpty, from: old,
          to: try RecordedFleet(files: wanted(new)), on: options.today ?? .current)
        return Outcome(
          text: result.text(namingAll: all), isDifference: true,
          report: Report(difference: DifferenceReport(result)),
          isFailure: failOnLoss && result.losesSomething)
      } catch {
        return Outcome(
          problem: "error: out/\(error.path) of \(revision) is no JSON at byte \(error.offset)\n"
            + "  fix: compare with a revision whose out/ was generated", isFailure: true)
      }
    }
  }

  private func readRevision(in directory: String) async throws -> (Revision, [String: [UInt8]]) {
    do throws(UnreadableRevision) {
      let found = try await Revision(revision, around: directory)
      return (found, try await found.files(in: "out"))
    } catch {
      throw ValidationError(error.message)
    }
  }

  private func wanted(_ files: [String: [UInt8]]) -> [String: [UInt8]] {
    guard let environment else { return files }
    return files.filter { $0.key.hasPrefix("\(environment)/") }
  }
}
