import ArgumentParser
import Foundation
import Testing

@testable import bindings

@Suite struct CommandTests {
  /// A folder with the fixture's schema, its list, and a place for the output.
  private struct Folder: ~Copyable {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    var output: URL { url.appending(path: "output") }

    init() throws {
      try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
      try FixtureSchema.json.write(to: url.appending(path: "schema.json"))
      try Data(FixtureSchema.list.utf8).write(to: url.appending(path: "types.txt"))
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func run(_ flags: String...) throws {
      try Bindings.parse(
        [
          "--schema", url.appending(path: "schema.json").path(),
          "--types", url.appending(path: "types.txt").path(), "--output", output.path(),
        ] + flags
      ).run()
    }
  }

  @Test func `writes files that --check then accepts`() throws {
    let folder = try Folder()
    try folder.run()
    try folder.run("--check")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.output.path())
    #expect(names.count == 4)
  }

  @Test func `--check names files that are missing, changed or stale, and writes nothing`() throws {
    let folder = try Folder()
    try folder.run()
    let stale = folder.output.appending(path: "Old.generated.swift")
    let changed = folder.output.appending(path: "SQSQueue.generated.swift")
    try Data("// old\n".utf8).write(to: stale)
    try Data("// mine\n".utf8).write(to: changed)
    try FileManager.default.removeItem(at: folder.output.appending(path: "AWS.generated.swift"))
    let error = #expect(throws: BindingsError.self) { try folder.run("--check") }
    #expect(
      error?.description == """
        the bindings are out of date; run `make bindings`
          add AWS.generated.swift
          change SQSQueue.generated.swift
          remove Old.generated.swift
        """)
    #expect(try String(contentsOf: changed, encoding: .utf8) == "// mine\n")
    #expect(FileManager.default.fileExists(atPath: stale.path()))
  }

  @Test func `removes stale files of its own and leaves those of people alone`() throws {
    let folder = try Folder()
    let stale = folder.output.appending(path: "Old.generated.swift")
    let own = folder.output.appending(path: "Mine.swift")
    for url in [stale, own] { try Data("// old\n".utf8).write(to: url) }
    try folder.run()
    #expect(!FileManager.default.fileExists(atPath: stale.path()))
    #expect(try String(contentsOf: own, encoding: .utf8) == "// old\n")
  }

  @Test func `says which of its files is missing`() throws {
    let error = #expect(throws: (any Error).self) {
      try Bindings.parse(["--schema", "none.json", "--types", "none.txt", "--output", "none"])
    }
    #expect(error.map { Bindings.message(for: $0) } == "there is nothing at none.json")
  }
}
