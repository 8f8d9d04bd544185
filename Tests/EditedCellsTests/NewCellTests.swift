import Commands
import Foundation
import TestSupport
import Testing

/// `cellctl new-cell` on a copy of the project's own cells, which is then compiled and generated.
@Suite struct NewCellTests {
  private static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  /// A package with the project's cells.
  private func package() throws -> TemporaryFolder {
    let folder = try TemporaryFolder("new-cell")
    try FileManager.default.copyItem(
      at: Self.project.appending(path: "cells"), to: folder.url.appending(path: "cells"))
    try Data().write(to: folder.url.appending(path: "Package.swift"))
    return folder
  }

  private func run(_ arguments: [String], in folder: TemporaryFolder) async throws -> CommandResult
  {
    let command = Command(
      try build().executable("cellctl"),
      arguments + ["--package-path", folder.url.path, "--today", "2026-11-23"],
      advice: "build the package first")
    return try await command.run(timeLimit: .seconds(60))
  }

  /// The files generated from the copy that differ from the committed ones.
  private func differences(in folder: TemporaryFolder) async throws -> [String] {
    let list = folder.url.appending(path: "Fleets.swift")
    let code = "import CellDescription\nlet fleets: [(String, Fleet)] = [(\"fleet\", fleet)]\n"
    try Data(code.utf8).write(to: list)
    let cells = try FileManager.default.contentsOfDirectory(
      at: folder.url.appending(path: "cells"), includingPropertiesForKeys: nil)
    let evaluation = try CellsProgram.sources().filter { $0.lastPathComponent != "Shapes.swift" }
    let program = try await CellsProgram.compile(
      cells + evaluation + [list], into: folder.url, with: build())
    let output = try await program.run([folder.url.appending(path: "generated").path])
    let findings = try JSONDecoder().decode([String: [Finding]].self, from: output)
    #expect(findings["fleet"]?.filter { $0.severity == "error" } == [])
    let old = try files(in: Self.project.appending(path: "out"))
    let new = try files(in: folder.url.appending(path: "generated/fleet/out"))
    #expect(old.keys.filter { new[$0] == nil } == [])
    return new.keys.filter { old[$0] != new[$0] }.sorted()
  }

  private func files(in folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: folder.path) ?? .init() {
      let file = folder.appending(path: name)
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true,
        !name.contains(".terraform")
      else { continue }
      files[name] = try Data(contentsOf: file)
    }
    return files
  }

  @Test func `a second cell has its own database, and gives the first a switch to take over`()
    async throws
  {
    let folder = try package()
    let arguments = [
      "new-cell", "cell-use1-stg2", "--region", "us-east-1", "--environment", "staging",
    ]
    let first = try await run(arguments, in: folder)
    #expect(first.status.isSuccess, "\(first.errorText)")
    let written = try files(in: folder.url.appending(path: "cells"))
    let second = try await run(arguments, in: folder)
    #expect(second.status.isSuccess)
    #expect(second.outputText == "cells/Staging.swift:20 has cell-use1-stg2 already\n")
    #expect(try files(in: folder.url.appending(path: "cells")) == written)

    let changed = try await differences(in: folder)
    let own = changed.filter { $0.contains("cell-use1-stg2") }
    #expect(own.contains("staging/terraform/cells/cell-use1-stg2/database.tf.json"))
    #expect(own.contains("staging/helm/values-cell-use1-stg2.yaml"))
    #expect(
      changed.filter { !own.contains($0) } == [
        "staging/README.md", "staging/manifest.json", "staging/overview.html",
        "staging/terraform/cells/cell-use1-stg/takeover.tf.json",
        "staging/terraform/global/databases.tf.json", "staging/terraform/global/deployment.tf.json",
        "staging/terraform/routing/alarms.tf.json",
        "staging/terraform/routing/routing.tf.json",
      ])
  }

  @Test func `a cell of another region has as many zones as there are`() async throws {
    let folder = try package()
    let result = try await run(
      [
        "new-cell", "cell-usw1-stg", "--region", "us-west-1", "--environment", "staging",
        "--index", "40", "--shape", "standard", "--role", "standby",
      ], in: folder)
    #expect(result.status.isSuccess, "\(result.errorText)")
    let changed = try await differences(in: folder)
    #expect(changed.contains("staging/terraform/cells/cell-usw1-stg/network.tf.json"))
    #expect(changed.allSatisfy { $0.hasPrefix("staging/") })
  }
}
