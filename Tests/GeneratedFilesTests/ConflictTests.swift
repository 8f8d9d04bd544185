import Foundation
import GeneratedFiles
import Testing

@Suite struct Conflicts {
  let folder: TemporaryFolder
  let out: GeneratedFolder

  init() throws {
    folder = try TemporaryFolder()
    out = GeneratedFolder(folder.out)
  }

  /// Expects that writing and checking find `conflicts`, and that the disk stays as it is.
  private func expect(
    _ conflicts: [String], for tree: GeneratedTree, evenDiscardingEdits: Bool = true,
    _ location: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let before = try folder.snapshot()
    #expect(refusal(of: tree, in: folder) == conflicts, sourceLocation: location)
    #expect(
      try out.check(tree).conflicts.map { "\($0.kind) \($0.path)" } == conflicts,
      sourceLocation: location)
    if evenDiscardingEdits {
      #expect(
        refusal(of: tree, in: folder, discardingEdits: true) == conflicts,
        sourceLocation: location)
    }
    #expect(try folder.snapshot() == before, sourceLocation: location)
  }

  @Test func `refuses to overwrite a foreign file, unless edits are discarded`() throws {
    try folder.put("prod/a", "mine")
    let tree = try GeneratedTree(["prod/a": "1", "prod/b": "2"])
    try expect(["foreignFile prod/a"], for: tree, evenDiscardingEdits: false)
    let report = try out.write(tree, discardingEdits: true)
    #expect(report.discarded.map(\.text) == ["prod/a"])
    #expect(report.changes.first?.description == "replace prod/a")
    #expect(try folder.text("prod/a") == "1")
  }

  @Test func `refuses to overwrite a hand edit, unless edits are discarded`() throws {
    _ = try out.write(GeneratedTree(["prod/a": "1"]))
    try folder.put("prod/a", "edited")
    for text in ["1", "2"] {
      let tree = try GeneratedTree(["prod/a": text])
      try expect(["handEdited prod/a"], for: tree, evenDiscardingEdits: false)
    }
    let report = try out.write(GeneratedTree(["prod/a": "2"]), discardingEdits: true)
    #expect(report.discarded.map(\.text) == ["prod/a"])
    #expect(try folder.text("prod/a") == "2")
  }

  @Test func `refuses to remove a hand edit, unless edits are discarded`() throws {
    _ = try out.write(GeneratedTree(["prod/a": "1", "prod/b": "2"]))
    try folder.put("prod/a", "edited")
    let tree = try GeneratedTree(["prod/b": "2"])
    try expect(["handEdited prod/a"], for: tree, evenDiscardingEdits: false)
    let report = try out.write(tree, discardingEdits: true)
    #expect(report.discarded.map(\.text) == ["prod/a"])
    #expect(try folder.snapshot().entries["prod/a"] == nil)
  }

  @Test func `refuses to remove an environment with a hand edit in it`() throws {
    _ = try out.write(GeneratedTree(["prod/a": "1", "test/b": "2"]))
    try folder.put("test/b", "edited")
    try expect(
      ["handEdited test/b"], for: GeneratedTree(["prod/a": "1"]), evenDiscardingEdits: false)
  }

  @Test func `names every conflict and changes nothing else either`() throws {
    _ = try out.write(GeneratedTree(["prod/a": "1", "prod/b": "2"]))
    try folder.put("prod/a", "edited")
    try folder.put("prod/c", "mine")
    try folder.put("test/d", "mine")
    try expect(
      ["handEdited prod/a", "foreignFile prod/c", "foreignFile test/d"],
      for: GeneratedTree(["prod/c": "3", "prod/new": "4", "test/d": "5"]),
      evenDiscardingEdits: false)
  }

  @Test func `refuses a symbolic link in the place of a file`() throws {
    try folder.put("target", "1")
    try folder.makeFolder("prod")
    try folder.link("prod/a", to: "../target")
    try expect(["symbolicLink prod/a"], for: GeneratedTree(["prod/a": "1"]))
  }

  @Test func `refuses a symbolic link in the place of an owned file that is to go`() throws {
    _ = try out.write(GeneratedTree(["prod/a": "1", "prod/b": "2"]))
    try folder.remove("prod/a")
    try folder.link("prod/a", to: "b")
    try expect(["symbolicLink prod/a"], for: GeneratedTree(["prod/b": "2"]))
  }

  @Test func `refuses a symbolic link in the place of a folder, once for all files in it`() throws {
    let outside = folder.root + "/outside"
    try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: true)
    try folder.makeFolder("prod")
    try folder.link("prod/tf", to: outside)
    let tree = try GeneratedTree(["prod/tf/a": "1", "prod/tf/b/c": "2", "prod/d": "3"])
    try expect(["symbolicLink prod/tf"], for: tree)
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside) == [])
  }

  @Test func `refuses a symbolic link in the place of an environment`() throws {
    _ = try out.write(GeneratedTree(["real/a": "1"]))
    try folder.link("prod", to: "real")
    try expect(["symbolicLink prod"], for: GeneratedTree(["prod/a": "1", "real/a": "1"]))
  }

  @Test func `doesn't remove an owned file through a symbolic link`() throws {
    _ = try out.write(GeneratedTree(["prod/tf/a": "1", "prod/b": "2"]))
    try folder.put("moved/a", "1")
    try folder.remove("prod/tf")
    try folder.link("prod/tf", to: "../moved")
    try expect(["symbolicLink prod/tf"], for: GeneratedTree(["prod/b": "2"]))
  }

  @Test func `refuses a symbolic link in the place of a manifest`() throws {
    _ = try out.write(GeneratedTree(["prod/a": "1"]))
    try folder.put("elsewhere.json", folder.text("prod/manifest.json"))
    try folder.remove("prod/manifest.json")
    try folder.link("prod/manifest.json", to: "../elsewhere.json")
    try expect(["symbolicLink prod/manifest.json"], for: GeneratedTree(["prod/a": "2"]))
    try expect(["symbolicLink prod/manifest.json"], for: GeneratedTree())
  }

  @Test func `leaves a foreign symbolic link alone`() throws {
    try folder.makeFolder("prod")
    try folder.link("prod/mine", to: "/nonexistent")
    try folder.link("shortcut", to: "prod")
    let tree = try GeneratedTree(["prod/a": "1"])
    _ = try out.write(tree)
    _ = try out.write(GeneratedTree())
    #expect(
      try folder.snapshot().entries.keys.sorted() == ["prod", "prod/mine", "shortcut"])
  }

  @Test func `refuses a folder in the place of a file`() throws {
    try folder.makeFolder("prod/a")
    try expect(["folderInPlaceOfFile prod/a"], for: GeneratedTree(["prod/a": "1"]))
  }

  @Test func `refuses to put a file in the place of a folder that holds a foreign one`() throws {
    _ = try out.write(GeneratedTree(["prod/a/b": "1"]))
    try folder.put("prod/a/mine", "foreign")
    try expect(["folderInPlaceOfFile prod/a"], for: GeneratedTree(["prod/a": "1"]))
  }

  @Test func `refuses a foreign file in the place of a folder, once for all files in it`() throws {
    try folder.put("prod/tf", "mine")
    let tree = try GeneratedTree(["prod/tf/a": "1", "prod/tf/b/c": "2"])
    try expect(["fileInPlaceOfFolder prod/tf"], for: tree)
  }

  @Test func `refuses a file in the place of an environment`() throws {
    try folder.put("prod", "mine")
    try expect(["fileInPlaceOfFolder prod"], for: GeneratedTree(["prod/a": "1"]))
  }

  @Test func `refuses a pipe in the place of a file without waiting for it`() throws {
    try folder.makeFolder("prod")
    #expect(mkfifo(folder.out + "/prod/a", 0o644) == 0)
    #expect(
      refusal(of: try GeneratedTree(["prod/a": "1"]), in: folder) == ["specialFile prod/a"])
  }

  @Test func `leaves a folder alone that somebody made where an owned file was`() throws {
    _ = try out.write(GeneratedTree(["prod/a": "1", "prod/b": "2"]))
    try folder.remove("prod/a")
    try folder.put("prod/a/mine", "foreign")
    _ = try out.write(GeneratedTree(["prod/b": "2"]))
    #expect(try folder.text("prod/a/mine") == "foreign")
  }

  @Test(arguments: [
    "<<<<<<< ours\n=======\n>>>>>>> theirs\n", "{\n  \"files\": {},\n  \"version\": 9\n}\n", "",
  ])
  func `refuses a manifest that doesn't say what is owned`(text: String) throws {
    _ = try out.write(GeneratedTree(["prod/a": "1", "test/b": "2"]))
    try folder.put("prod/manifest.json", text)
    try expect(
      ["unreadableManifest prod/manifest.json"], for: GeneratedTree(["prod/a": "2", "test/b": "2"]))
    try expect(["unreadableManifest prod/manifest.json"], for: GeneratedTree(["test/b": "2"]))
  }

  @Test func `never leaves the folder for a path in a manifest`() throws {
    _ = try out.write(GeneratedTree(["prod/a": "1"]))
    let victim = folder.root + "/victim"
    try Data("1".utf8).write(to: URL(fileURLWithPath: victim))
    let text = try folder.text("prod/manifest.json")
    try folder.put(
      "prod/manifest.json", text.replacingOccurrences(of: "\"a\"", with: "\"../../victim\""))
    try expect(["unreadableManifest prod/manifest.json"], for: GeneratedTree())
    #expect(FileManager.default.fileExists(atPath: victim))
  }

  @Test func `says where, what is wrong and what to do`() throws {
    _ = try out.write(GeneratedTree(["prod/a": "1", "prod/b": "1", "test/z": "1"]))
    try folder.put("prod/a", "edited")
    try folder.put("prod/b", "edited")
    try folder.put("prod/c", "mine")
    try folder.put("prod/d/e", "mine")
    try folder.put("prod/f", "mine")
    try folder.link("prod/g", to: "a")
    try folder.put("test/manifest.json", "<<<<<<< HEAD\n")
    let tree = try GeneratedTree([
      "prod/a": "2", "prod/c": "1", "prod/d": "1", "prod/f/x": "1", "prod/g": "1",
    ])
    let error = #expect(throws: GeneratedFolderError.self) { try out.write(tree) }
    let edited =
      "make the change where the file is generated from, then restore it from version control "
      + "or run with --discard-edits"
    let foreign = "is in no manifest, so it was not generated, and a generated file needs its place"
    #expect(
      error?.description
        == """
        OUT/prod/a: was edited by hand after it was generated
          fix: \(edited)
        OUT/prod/b: was edited by hand after it was generated, and is no longer generated
          fix: \(edited)
        OUT/prod/c: \(foreign)
          fix: move it out of the way, or run with --discard-edits to overwrite it
        OUT/prod/d: is a folder, and a generated file needs its place
          fix: move the folder out of the way
        OUT/prod/f: is a file, and generated files need a folder in its place
          fix: move the file out of the way
        OUT/prod/g: is a symbolic link, and generated files are never written through one
          fix: delete the link
        OUT/test/manifest.json: holds merge conflict markers, so it doesn't say which files were \
        generated
          fix: take one side of a merge for the whole folder, or restore the manifest from version \
        control; then run again
        OUT is as it was
        """.replacingOccurrences(of: "OUT", with: folder.out))
  }
}
