import Foundation
import TestSupport

/// A root and how to break it: the files of `Plans/broken/<environment>/<root>`.
///
/// Each file is named after the check file whose assertions it makes fail. It says by assertion which
/// places of the root to change, as JSON pointers, and to what; `null` takes away.
struct BrokenPlan: Sendable, CustomStringConvertible {
  /// The root.
  let root: TerraformCommittedRoot
  /// By the name of the check file, then by assertion: the new values by their places.
  let seeds: [String: [String: [String: JSONValue]]]

  /// All of them.
  static func all() throws -> [BrokenPlan] {
    try TerraformCommittedRoot.all().compactMap { root in
      let folder = "\(PlanTest.folder)/broken/\(root)"
      guard FileManager.default.fileExists(atPath: folder) else { return nil }
      let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasSuffix(".json") }
      let seeds = try files.map { file in
        let data = try Data(contentsOf: URL(filePath: "\(folder)/\(file)"))
        let name = String(file.dropLast(".json".count))
        return (name, try JSONDecoder().decode([String: [String: JSONValue]].self, from: data))
      }
      return BrokenPlan(root: root, seeds: Dictionary(uniqueKeysWithValues: seeds))
    }
  }

  /// `production/cells/cell-use1-01`
  var description: String { root.description }

  /// What is wrong with it, given what the failed assertions said: those of its own that held, and
  /// those of others that failed.
  func problems(_ said: [String]) -> [String] {
    let assertions = seeds.values.flatMap(\.keys).sorted()
    return assertions.filter { name in !said.contains { $0.hasPrefix(name) } }
      .map { "holds, and should not: \($0)" }
      + said.filter { text in !assertions.contains { text.hasPrefix($0) } }.sorted()
      .map { "fails, and should not: \($0)" }
  }

  /// Every change, in a stable order.
  var changes: [(pointer: String, new: JSONValue?)] {
    seeds.values.flatMap(\.values).flatMap { $0 }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value == .null ? nil : $0.value) }
  }
}
