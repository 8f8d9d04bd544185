import Foundation
import TestSupport

/// What the plan of a root has to be, in the files of `Plans/`: see the README there.
struct PlanTest: Sendable {
  /// The root.
  let root: TerraformCommittedRoot

  /// Roots of one kind have the same checks: `cell`, or the root's own path.
  var kind: String { root.path.hasPrefix("cells/") ? "cell" : root.path }
  /// The root's figures, and the run that is planned.
  var testFile: String { "\(Self.folder)/\(root).tftest.hcl" }
  /// The figures of its environment.
  var environmentFile: String { "\(Self.folder)/\(root.environment)/environment.auto.tfvars" }

  /// The check files that are about what the root has: those of every root, and of its kind's those
  /// that are about one of its files, with what they all use.
  func checkFiles() throws -> [PlanCheckFile] {
    let components = try TerraformRootFiles(root.folder).components
    return try PlanCheckFile.all(of: kind).filter {
      !$0.hasAssertions || components.contains($0.name)
    } + PlanCheckFile.all(of: "every")
  }

  /// Plans a copy of the root, after `changes`, and asks every check.
  func run(after changes: [(pointer: String, new: JSONValue?)] = []) async throws
    -> TerraformTestResult
  {
    let checks = try checkFiles()
    let decided = try JSONDecoder().decode(
      [String: JSONValue].self, from: Data(contentsOf: URL(filePath: "\(Self.folder)/mocks.json")))
    return try await TerraformRootCopy.with(root.folder) { copy in
      try copy.change(changes)
      try copy.addMocks(decided)
      try copy.addPlannedValues(comparing: checks.filter(\.hasAssertions).map(\.name))
      try copy.add(checks.map(\.path) + [environmentFile])
      return try await copy.test(testFile)
    }
  }

  /// Where the files are.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().path + "/Plans"
}

extension TerraformRootFiles {
  /// The files' names without `.tf.json`.
  var components: [String] { names.map { String($0.dropLast(".tf.json".count)) } }
}
