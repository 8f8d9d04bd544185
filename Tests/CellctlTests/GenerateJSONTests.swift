import Commands
import Foundation
import Testing

/// `cellctl generate --format json`, to the last byte where it isn't a list of every file.
@Suite struct GenerateJSONTests {
  let package: PackageFolder
  let firstRun: Run

  init() async throws {
    package = try PackageFolder()
    firstRun = try await invoke("generate", "--format", "json", in: package.path)
  }

  @Test func `lists every file of the first run`() async throws {
    struct Report: Decodable, Equatable {
      struct Change: Decodable, Equatable {
        let kind: String
        let path: String
      }
      struct Generation: Decodable, Equatable {
        let files: Int
        let changes: [Change]
      }
      let generation: Generation
    }
    #expect(firstRun.status == .exited(0))
    #expect(firstRun.error.isEmpty)
    let files = try package.files().keys.sorted()
    #expect(!files.isEmpty)
    let report = try JSONDecoder().decode(Report.self, from: Data(firstRun.output.utf8))
    #expect(report.generation.files == files.count)
    #expect(
      report.generation.changes.sorted { $0.path < $1.path }
        == files.map { Report.Change(kind: "create", path: $0) })
  }

  @Test func `says that nothing had to be done`() async throws {
    let run = try await invoke("generate", "--format", "json", in: package.path)
    #expect(run.status == .exited(0))
    try expectGoldenJSON(run.output, "generate-unchanged.json")
  }

  @Test func `names what it rewrote and what edits are gone`() async throws {
    try package.write("out/\(guide)", "mine\n")
    try package.remove("out/\(values)")
    try package.write("out/.cellctl-staging/new/0", "half")
    let run = try await invoke(
      "generate", "--discard-edits", "--format", "json", in: package.path)
    #expect(run.status == .exited(0))
    try expectGoldenJSON(run.output, "generate-discarded.json")
  }

  @Test func `--check names what differs and what is in the way`() async throws {
    try package.write("out/\(guide)", "mine\n")
    try package.remove("out/\(values)")
    let run = try await invoke("generate", "--check", "--format", "json", in: package.path)
    #expect(run.status == .exited(1))
    #expect(run.error.isEmpty)
    try expectGoldenJSON(run.output, "generate-check.json")
  }

  @Test func `names the files for which it wrote nothing`() async throws {
    try package.write("out/\(guide)", "mine\n")
    let run = try await invoke("generate", "--format", "json", in: package.path)
    #expect(run.status == .exited(1))
    #expect(run.error.isEmpty)
    try expectGoldenJSON(run.output, "generate-conflict.json")
  }

  @Test func `says what the file system refused`() async throws {
    let run = try await invoke(
      "generate", "--output", "no/such/folder", "--format", "json", in: package.path)
    #expect(run.status == .exited(1))
    #expect(run.error.isEmpty)
    try expectGoldenJSON(run.output, "generate-failure.json")
  }
}
