import Commands
import Foundation
import Testing

/// Files that the fleet has for certain, and that tests damage.
let guide = "production/README.md"
let values = "production/helm/values-cell-use1-01.yaml"

@Suite struct GenerateTests {
  let package: PackageFolder

  init() async throws {
    package = try PackageFolder()
    let run = try await invoke("generate", in: package.path)
    try #require(run.status == .exited(0))
  }

  @Test func `writes every file into an empty folder and names each`() async throws {
    let package = try PackageFolder()
    let run = try await invoke("generate", in: package.path)
    let files = try package.files().keys.sorted()
    #expect(run.status == .exited(0))
    #expect(files.contains(guide) && files.contains(values))
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(
      lines.sorted()
        == (files.map { "wrote out/\($0)" }
        + ["out/ holds \(files.count) files, \(files.count) changed"]).sorted())
    #expect(lines.last?.hasPrefix("out/ holds") == true)
    #expect(run.error.isEmpty)
  }

  @Test func `writes nothing the second time`() async throws {
    let before = try package.files()
    let run = try await invoke("generate", in: package.path)
    #expect(run.status == .exited(0))
    #expect(run.output == "out/ is up to date (\(before.count) files)\n")
    #expect(try package.files() == before)
  }

  @Test func `refuses to overwrite an edited file, and changes nothing else`() async throws {
    try package.write("out/\(guide)", "mine\n")
    try package.remove("out/\(values)")
    let before = try package.files()
    let run = try await invoke("generate", in: package.path)
    #expect(run.status == .exited(1))
    #expect(run.output.isEmpty)
    #expect(
      run.error == """
        error: out/production/README.md was edited by hand after it was generated
          fix: make the change where the file is generated from, then restore it from version \
        control or run with --discard-edits
        out/ is as it was

        """)
    #expect(try package.files() == before)
  }

  @Test func `discards an edit when it is told to, and says so`() async throws {
    let original = try package.text("out/\(guide)")
    let count = try package.files().count
    try package.write("out/\(guide)", "mine\n")
    let run = try await invoke("generate", "--discard-edits", in: package.path)
    #expect(run.status == .exited(0))
    #expect(
      run.output == """
        discarded the edits of out/production/README.md
        rewrote out/production/README.md
        out/ holds \(count) files, 1 changed

        """)
    #expect(try package.text("out/\(guide)") == original)
  }

  @Test func `leaves a foreign file beside the generated ones alone`() async throws {
    try package.write("out/production/terraform/global/.terraform/notes", "mine")
    let before = try package.files()
    for arguments in [["generate"], ["generate", "--discard-edits"], ["generate", "--check"]] {
      let run = try await launch(
        Products.executable("cellctl"), arguments + ["--today", fixedDay], in: package.path)
      #expect(run.status == .exited(0))
      #expect(try package.files() == before)
    }
  }

  @Test func `writes a file again that somebody removed`() async throws {
    let before = try package.files()
    try package.remove("out/\(values)")
    let run = try await invoke("generate", in: package.path)
    #expect(run.status == .exited(0))
    #expect(
      run.output
        == "wrote out/\(values)\nout/ holds \(before.count) files, 1 changed\n")
    #expect(try package.files().mapValues(\.bytes) == before.mapValues(\.bytes))
  }

  @Test func `says first that it undid what a killed run had left`() async throws {
    let count = try package.files().count
    try package.write("out/.cellctl-staging/new/0", "half")
    let run = try await invoke("generate", in: package.path)
    #expect(run.status == .exited(0))
    #expect(
      run.output == """
        undid what a killed run had written
        out/ is up to date (\(count) files)

        """)
  }

  @Test func `says which folder it may not write, and changes nothing`() async throws {
    try package.remove("out/\(values)")
    try package.setPermissions(0o555, of: "out/production/helm")
    let before = try package.files()
    let run = try await runWithoutOverride(
      Products.executable("cellctl"), ["generate", "--today", fixedDay], in: package.path)
    try package.setPermissions(0o755, of: "out/production/helm")
    #expect(run.status == .exited(1))
    #expect(
      run.error == """
        error: can't write in \(package.path)/out/production/helm: Permission denied; the \
        generated files are as they were
          fix: make it writable for this user, and run again

        """)
    #expect(try package.files() == before)
  }

  @Test func `puts the files of another folder where --output says`() async throws {
    let here = try await invoke("generate", "--output", "elsewhere///", in: package.path)
    #expect(here.status == .exited(0))
    #expect(here.output.contains("wrote elsewhere/\(guide)\n"))
    #expect(
      try package.files(in: "elsewhere").mapValues(\.bytes)
        == package.files().mapValues(\.bytes))

    let missing = try await invoke("generate", "--output", "no/such/folder", in: package.path)
    #expect(missing.status == .exited(1))
    #expect(
      missing.error == """
        error: can't make the folder no/such/folder: No such file or directory; the generated \
        files are as they were
          fix: make the folder that it lies in, and run again

        """)
  }

  @Test func `keeps the folder whole when six runs start at once`() async throws {
    let package = try PackageFolder()
    let path = package.path
    let runs = try await withThrowingTaskGroup(of: Run.self) { group in
      for _ in 0..<6 { group.addTask { try await invoke("generate", in: path) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    for run in runs where run.status != .exited(0) {
      #expect(run.status == .exited(1))
      #expect(run.error.hasPrefix("error: another run is writing or checking"))
      #expect(run.error.contains("\n  fix: wait until it has ended\n"))
    }
    #expect(runs.contains { $0.status == .exited(0) })
    #expect(try await invoke("generate", "--check", in: path).status == .exited(0))
    #expect(!FileManager.default.fileExists(atPath: "\(path)/out/.cellctl-staging"))
  }
}

/// Runs a program without the superuser's right to write everywhere.
private func runWithoutOverride(
  _ program: String, _ arguments: [String], in folder: String
) async throws -> Run {
  guard geteuid() == 0 else { return try await launch(program, arguments, in: folder) }
  return try await launch(
    "setpriv", ["--bounding-set", "-dac_override", "--", program] + arguments, in: folder)
}
