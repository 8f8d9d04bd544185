import Foundation
import GeneratedFiles
import Testing

@Suite struct Writing {
  let folder: TemporaryFolder
  let out: GeneratedFolder

  init() throws {
    folder = try TemporaryFolder()
    out = GeneratedFolder(folder.out)
  }

  @Test func `makes the folder, its files and a manifest for each environment`() throws {
    let report = try out.write(GeneratedTree(["prod/tf/a.json": "abc", "test/b": ""]))
    #expect(
      report.changes.map(\.description) == [
        "create prod/manifest.json", "create prod/tf/a.json", "create test/b",
        "create test/manifest.json",
      ])
    let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    let none = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    #expect(
      try folder.snapshot().texts == [
        "prod/tf/a.json": "abc", "test/b": "",
        "prod/manifest.json":
          "{\n  \"files\": {\n    \"tf/a.json\": \"sha256:\(digest)\"\n  },\n  \"version\": 1\n}\n",
        "test/manifest.json":
          "{\n  \"files\": {\n    \"b\": \"sha256:\(none)\"\n  },\n  \"version\": 1\n}\n",
      ])
  }

  @Test func `gives files mode 0644 and folders 0755, less the mask`() throws {
    let mask = UInt32(umask(0))
    umask(mode_t(mask))
    _ = try out.write(GeneratedTree(["prod/tf/a": "1"]))
    let entries = try folder.snapshot().entries
    #expect(entries["prod/tf"] == .folder(mode: 0o755 & ~mask))
    #expect(entries["prod/tf/a"] == .file(mode: 0o644 & ~mask, Data("1".utf8)))
  }

  @Test func `touches nothing where nothing has changed`() throws {
    let tree = try GeneratedTree(["prod/tf/a": "1", "prod/b": "2"])
    _ = try out.write(tree)
    let before = try times()
    let report = try GeneratedFolder(folder.out) { step in
      Issue.record("changed the disk: \(step)")
    }.write(tree)
    #expect(report.changes == [])
    #expect(
      report.unchanged.map(\.text) == ["prod/b", "prod/manifest.json", "prod/tf/a"])
    #expect(try times() == before)
  }

  /// Inode and time of change of everything, the folder itself included.
  private func times() throws -> [String: [Int]] {
    var times: [String: [Int]] = [:]
    for name in ["."] + (try folder.snapshot().entries.keys) {
      var status = stat()
      try #require(lstat(folder.out + "/" + name, &status) == 0)
      #if canImport(Darwin)
        let changed = status.st_ctimespec
      #else
        let changed = status.st_ctim
      #endif
      times[name] = [Int(status.st_ino), Int(changed.tv_sec), Int(changed.tv_nsec)]
    }
    return times
  }

  @Test func `writes only what has changed`() throws {
    _ = try out.write(GeneratedTree(["prod/a": "1", "prod/b": "2", "test/c": "3"]))
    let before = try times()
    let report = try out.write(GeneratedTree(["prod/a": "1", "prod/b": "20", "test/c": "3"]))
    #expect(
      report.changes.map(\.description) == ["replace prod/b", "replace prod/manifest.json"])
    #expect(try folder.text("prod/b") == "20")
    let after = try times()
    #expect(["prod/a", "test/c", "test/manifest.json"].allSatisfy { after[$0] == before[$0] })
  }

  @Test func `tells files of one length apart`() throws {
    _ = try out.write(GeneratedTree(["prod/a": "1111"]))
    let report = try out.write(GeneratedTree(["prod/a": "1112"]))
    #expect(
      report.changes.map(\.description) == ["replace prod/a", "replace prod/manifest.json"])
  }

  @Test func `compares files longer than one read`() throws {
    let long = [UInt8](repeating: 7, count: 200_000)
    var tree = GeneratedTree()
    try tree.add("prod/a", long)
    _ = try out.write(tree)
    #expect(try out.write(tree).changes == [])
    var other = GeneratedTree()
    try other.add("prod/a", long.dropLast() + [8])
    #expect(try out.write(other).changes.count == 2)
    #expect(try out.check(other).isUpToDate)
  }

  @Test func `removes what is no longer generated, and the folders that it leaves empty`() throws {
    _ = try out.write(GeneratedTree(["prod/a": "1", "prod/x/y/b": "2", "prod/x/z/c": "3"]))
    try folder.put("prod/x/z/mine.txt", "foreign")
    let report = try out.write(GeneratedTree(["prod/a": "1"]))
    #expect(
      report.changes.map(\.description) == [
        "replace prod/manifest.json", "remove prod/x/y/b", "remove prod/x/z/c",
      ])
    let entries = try folder.snapshot().entries
    #expect(
      entries.keys.sorted() == [
        "prod", "prod/a", "prod/manifest.json", "prod/x", "prod/x/z", "prod/x/z/mine.txt",
      ])
  }

  @Test func `removes an environment that is gone, but for foreign files in it`() throws {
    _ = try out.write(GeneratedTree(["prod/a": "1", "test/x/b": "2", "old/c": "3"]))
    try folder.put("test/.terraform/lock", "foreign")
    let report = try out.write(GeneratedTree(["prod/a": "1"]))
    #expect(
      report.changes.map(\.description) == [
        "remove old/c", "remove old/manifest.json", "remove test/manifest.json", "remove test/x/b",
      ])
    #expect(
      try folder.snapshot().entries.keys.sorted() == [
        "prod", "prod/a", "prod/manifest.json", "test", "test/.terraform", "test/.terraform/lock",
      ])
  }

  @Test func `removes everything for an empty tree, and makes no folder for one`() throws {
    #expect(try out.write(GeneratedTree()).changes == [])
    #expect(!FileManager.default.fileExists(atPath: folder.out))
    _ = try out.write(GeneratedTree(["prod/a/b/c": "1"]))
    _ = try out.write(GeneratedTree())
    #expect(try folder.snapshot() == Snapshot())
  }

  @Test func `writes an owned file again that somebody deleted`() throws {
    let tree = try GeneratedTree(["prod/x/a": "1", "prod/b": "2"])
    _ = try out.write(tree)
    try folder.remove("prod/x")
    #expect(try out.write(tree).changes.map(\.description) == ["create prod/x/a"])
    #expect(try folder.text("prod/x/a") == "1")
  }

  @Test func `forgets an owned file that somebody deleted and nobody wants`() throws {
    _ = try out.write(GeneratedTree(["prod/a": "1", "prod/b": "2"]))
    try folder.remove("prod/b")
    let report = try out.write(GeneratedTree(["prod/a": "1"]))
    #expect(report.changes.map(\.description) == ["replace prod/manifest.json"])
  }

  @Test func `adopts a foreign file that holds what would be written`() throws {
    try folder.put("prod/a", "1")
    let report = try out.write(GeneratedTree(["prod/a": "1"]))
    #expect(report.changes.map(\.description) == ["create prod/manifest.json"])
    #expect(try out.write(GeneratedTree(["prod/b": "1"])).changes.count == 3)
    #expect(try folder.snapshot().entries["prod/a"] == nil)
  }

  @Test func `adopts a hand edit that equals what would be written`() throws {
    _ = try out.write(GeneratedTree(["prod/a": "1"]))
    try folder.put("prod/a", "2")
    let report = try out.write(GeneratedTree(["prod/a": "2"]))
    #expect(report.changes.map(\.description) == ["replace prod/manifest.json"])
    #expect(try out.write(GeneratedTree(["prod/a": "3"])).changes.count == 2)
  }

  @Test func `puts a folder in the place of a generated file, and the reverse`() throws {
    let file = try GeneratedTree(["prod/a": "1"])
    let inside = try GeneratedTree(["prod/a/b/c": "2"])
    _ = try out.write(file)
    _ = try out.write(inside)
    #expect(try folder.text("prod/a/b/c") == "2")
    _ = try out.write(file)
    #expect(try folder.text("prod/a") == "1")
    #expect(try out.check(file).isUpToDate)
  }

  @Test func `keeps a file whose name changes only by case on a disk that ignores case`() throws {
    // Two names of one file stand for such a disk.
    _ = try out.write(GeneratedTree(["prod/A": "1", "prod/b": "2"]))
    #expect(link(folder.out + "/prod/A", folder.out + "/prod/a") == 0)
    let report = try out.write(GeneratedTree(["prod/a": "1", "prod/b": "2"]))
    #expect(
      report.changes.map(\.description) == [
        "remove prod/A", "create prod/a", "replace prod/manifest.json",
      ])
    #expect(try folder.snapshot().entries["prod/A"] == nil)
    #expect(try folder.text("prod/a") == "1")
  }

  @Test func `never touches foreign files beside generated ones`() throws {
    let foreign = [
      "notes.md": "mine", "prod/.terraform.lock.hcl": "lock", "prod/tf/.terraform/x/y": "plugin",
      "elsewhere/deep/file": "1", "elsewhere/manifest.txt": "2",
    ]
    for (path, text) in foreign { try folder.put(path, text) }
    for texts in [["prod/tf/a": "1"], ["prod/tf/b": "2"], ["test/tf/b": "2"], [:]] {
      let tree = try GeneratedTree(texts)
      _ = try out.write(tree)
      #expect(try out.check(tree).isUpToDate)
      let onDisk = try folder.snapshot().texts
      #expect(foreign.allSatisfy { onDisk[$0.key] == $0.value })
    }
    #expect(try folder.snapshot().texts == foreign)
  }

  @Test func `says what failed and what to do where the folder can't be made`() throws {
    let missing = GeneratedFolder(folder.root + "/no/such/out")
    let error = #expect(throws: GeneratedFolderError.self) {
      try missing.write(GeneratedTree(["prod/a": "1"]))
    }
    #expect(
      error?.description == """
        can't make the folder \(folder.root)/no/such/out: No such file or directory; the generated \
        files are as they were
          fix: make the folder that it lies in, and run again
        """)
  }
}
