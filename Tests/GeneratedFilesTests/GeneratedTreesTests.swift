import Foundation
import Synchronization
import Testing

@testable import GeneratedFiles

/// Trees that are made when they are asked for, one for each environment.
@Suite struct GeneratedTreesTests {
  private struct Failure: Error, Equatable { let text: String }

  let folder: TemporaryFolder
  let out: GeneratedFolder

  init() throws {
    folder = try TemporaryFolder()
    out = GeneratedFolder(folder.out)
  }

  @Test func `write what one tree with all their files writes`() throws {
    let names = (0..<20).map { "environment-\($0)" }
    let texts = names.flatMap { [("\($0)/a", $0), ("\($0)/tf/b", "b of \($0)")] }
    let whole = try GeneratedTree(Dictionary(uniqueKeysWithValues: texts))
    let other = try TemporaryFolder()
    let report = try out.write(try trees(names))
    #expect(try GeneratedFolder(other.out).write(whole) == report)
    #expect(try folder.snapshot().texts == other.snapshot().texts)
    #expect(try trees(names).wholeTree() == whole)
  }

  @Test func `are compared, and nothing is written where nothing has changed`() throws {
    _ = try out.write(try trees(["blue", "green"]))
    let silent = GeneratedFolder(folder.out) { Issue.record("changed the disk: \($0)") }
    let report = try silent.write(try trees(["blue", "green"]))
    #expect(report.changes == [])
    #expect(report.unchanged.count == 6)
    #expect(try silent.check(try trees(["blue", "green"])).isUpToDate)
    let check = try silent.check(try trees(["blue", "red"]))
    #expect(
      check.changes.map(\.description) == [
        "remove green/a", "remove green/manifest.json", "remove green/tf/b", "create red/a",
        "create red/manifest.json", "create red/tf/b",
      ])
    #expect(check.unchanged.map(\.text) == ["blue/a", "blue/manifest.json", "blue/tf/b"])
  }

  @Test func `count the files that have been made`() throws {
    let trees = try trees(["blue", "green"])
    #expect(trees.fileCount == 0)
    _ = try out.check(trees)
    #expect(trees.fileCount == 6)
    _ = try out.check(trees)
    #expect(trees.fileCount == 6)
  }

  @Test func `leave the folder as it was where one of them can't be made`() throws {
    _ = try out.write(try trees(["blue"]))
    let before = try folder.snapshot()
    let names = (0..<20).map { "environment-\($0)" }
    let trees = try GeneratedTrees(of: names) { name in
      guard name != "environment-9" else { throw Failure(text: name) }
      return try tree(name)
    }
    #expect(throws: Failure(text: "environment-9")) { try out.write(trees) }
    #expect(throws: Failure(text: "environment-9")) { try out.check(trees) }
    #expect(throws: Failure(text: "environment-9")) { try trees.wholeTree() }
    #expect(try folder.snapshot() == before)
  }

  @Test func `leave no folder where there was none and nothing can be made`() throws {
    let trees = try GeneratedTrees(of: ["blue"]) { throw Failure(text: $0) }
    #expect(throws: Failure(text: "blue")) { try out.write(trees) }
    #expect(!FileManager.default.fileExists(atPath: folder.out))
  }

  @Test func `say what is wrong with all of them at once, in their order`() throws {
    let combined = { @Sendable (errors: [any Error]) -> any Error in
      Failure(text: errors.map { ($0 as? Failure)?.text ?? "\($0)" }.joined(separator: ", "))
    }
    let trees = try GeneratedTrees(of: ["d", "a", "c", "b"], combiningErrors: combined) { name in
      guard name == "c" else { throw Failure(text: name) }
      return try tree(name)
    }
    #expect(throws: Failure(text: "a, b, d")) { try out.write(trees) }
  }

  @Test func `leave the folder as it was where somebody edited a file of one`() throws {
    _ = try out.write(try trees(["blue", "green"]))
    try folder.put("green/a", "mine")
    let before = try folder.snapshot()
    let trees = try GeneratedTrees(of: ["blue", "green"]) { name in
      try GeneratedTree(["\(name)/a": "new", "\(name)/tf/b": "new"])
    }
    let failure = #expect(throws: GeneratedFolderError.self) { try out.write(trees) }
    guard case .conflicts(let conflicts, _) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(conflicts.map { "\($0.kind.rawValue) \($0.path)" } == ["handEdited green/a"])
    #expect(try folder.snapshot() == before)
    #expect(try out.write(trees, discardingEdits: true).discarded.map(\.text) == ["green/a"])
  }

  @Test func `lose an environment that has no files any more`() throws {
    _ = try out.write(try trees(["blue", "green"]))
    let trees = try GeneratedTrees(of: ["blue", "green"]) { name in
      name == "blue" ? try tree(name) : GeneratedTree()
    }
    _ = try out.write(trees)
    #expect(
      try folder.snapshot().texts.keys.sorted() == ["blue/a", "blue/manifest.json", "blue/tf/b"])
  }

  @Test func `refuse names that are not one folder each`() throws {
    func error(_ names: String...) -> GeneratedTreeError? {
      #expect(throws: GeneratedTreeError.self) { try trees(names) }
    }
    let path = try GeneratedPath("blue")
    #expect(error("blue", "green", "blue") == .addedTwice(path))
    #expect(error("blue", "Blue") == .differOnlyInCase(path, try GeneratedPath("Blue")))
    #expect(error("a/b") == .invalidPath("a/b", problem: "an environment has one folder"))
    #expect(error(".cellctl-staging") == .reserved(try GeneratedPath(".cellctl-staging")))
    #expect(error("") == .invalidPath("", problem: "it is empty"))
  }

  private func trees(_ names: [String]) throws -> GeneratedTrees {
    try GeneratedTrees(of: names) { try tree($0) }
  }
}

private func tree(_ name: String) throws -> GeneratedTree {
  try GeneratedTree(["\(name)/a": name, "\(name)/tf/b": "b of \(name)"])
}
