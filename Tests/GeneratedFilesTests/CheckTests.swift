import Foundation
import GeneratedFiles
import Testing

@Suite struct Checking {
  let folder: TemporaryFolder
  let tree: GeneratedTree

  init() throws {
    folder = try TemporaryFolder()
    tree = try GeneratedTree(["prod/a": "1", "prod/tf/b": "2"])
  }

  /// A folder that records a failure for each change of the disk.
  private var readOnly: GeneratedFolder {
    GeneratedFolder(folder.out) { step in Issue.record("changed the disk: \(step)") }
  }

  @Test func `finds no difference after a write`() throws {
    _ = try GeneratedFolder(folder.out).write(tree)
    let report = try readOnly.check(tree)
    #expect(report.isUpToDate)
    #expect(report.changes == [] && report.conflicts == [])
  }

  @Test func `names every difference with its kind`() throws {
    _ = try GeneratedFolder(folder.out).write(tree)
    let before = try folder.snapshot()
    let other = try GeneratedTree(["prod/a": "other", "prod/c": "3"])
    let report = try readOnly.check(other)
    #expect(!report.isUpToDate)
    #expect(
      report.changes.map(\.description) == [
        "replace prod/a", "create prod/c", "replace prod/manifest.json", "remove prod/tf/b",
      ])
    #expect(try folder.snapshot() == before)
  }

  @Test func `finds a stale manifest although every file is right`() throws {
    _ = try GeneratedFolder(folder.out).write(tree)
    try folder.put("prod/a", "changed")
    let changed = try GeneratedTree(["prod/a": "changed", "prod/tf/b": "2"])
    let report = try readOnly.check(changed)
    #expect(report.changes.map(\.description) == ["replace prod/manifest.json"])
  }

  @Test func `finds a hand edit`() throws {
    _ = try GeneratedFolder(folder.out).write(tree)
    try folder.put("prod/a", "2")
    let report = try readOnly.check(tree)
    #expect(!report.isUpToDate)
    #expect(report.conflicts.map(\.kind) == [.handEdited])
  }

  @Test func `takes a folder that is missing for an empty one`() throws {
    #expect(try readOnly.check(tree).changes.count == 3)
    #expect(try readOnly.check(GeneratedTree()).isUpToDate)
    #expect(!FileManager.default.fileExists(atPath: folder.out))
  }

  @Test func `says only that a run was killed, as the files may be of two trees`() throws {
    _ = try GeneratedFolder(folder.out).write(tree)
    try folder.makeFolder(".cellctl-staging")
    let report = try readOnly.check(tree)
    #expect(!report.isUpToDate)
    #expect(
      report.conflicts.map(\.description) == [
        """
        .cellctl-staging: was left by a run that was killed while it wrote
          fix: generate again, which first puts back what that run had changed
        """
      ])
  }

  @Test func `needs no right to write`() async throws {
    _ = try GeneratedFolder(folder.out).write(tree)
    try folder.giveToUnprivilegedUser()
    for path in ["", "/prod", "/prod/tf"] { #expect(chmod(folder.out + path, 0o555) == 0) }
    await #expect(processExitsWith: .success) { [out = folder.out as String] in
      try becomeUnprivileged()
      let tree = try GeneratedTree(["prod/a": "1", "prod/tf/b": "2"])
      #expect(try GeneratedFolder(out).check(tree).isUpToDate)
      #expect(try GeneratedFolder(out).check(GeneratedTree()).changes.count == 3)
    }
  }
}
