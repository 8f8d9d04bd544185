import Commands
import Foundation
import Testing

/// Days after the two ends of support of the Kubernetes version in `cells/Shapes.swift`.
private let afterStandardSupport = "2027-04-01"
private let afterExtendedSupport = "2028-04-01"

@Suite struct SupportDateTests {
  @Test func `warns on standard error when a version has left standard support`() async throws {
    let run = try await invoke("validate", in: projectFolder, today: afterStandardSupport)
    #expect(run.status == .exited(0))
    #expect(run.output.hasSuffix(" are valid\n"))
    #expect(run.error.hasPrefix("\(try placeOfVersion()): warning: Kubernetes "))
    try expectGolden(run.error, "warnings.txt")
  }

  @Test(arguments: [["list"], ["show", "cell-use1-01"], ["generate", "--check"]])
  func `every command gives the warnings`(arguments: [String]) async throws {
    let run = try await launch(
      Products.executable("cellctl"), arguments + ["--today", afterStandardSupport],
      in: projectFolder)
    #expect(run.error.hasPrefix("\(try placeOfVersion()): warning: Kubernetes "))
    let report = try await json(of: arguments)
    #expect(report.contains("\"severity\" : \"warning\""))
  }

  @Test func `refuses a version that is out of support, with its place`() async throws {
    let run = try await invoke("validate", in: projectFolder, today: afterExtendedSupport)
    #expect(run.status == .exited(1))
    #expect(run.output.isEmpty)
    #expect(run.error.hasPrefix("\(try placeOfVersion()): error: "))
    try expectGolden(run.error, "errors.txt")
  }

  @Test func `gives the same error as JSON, and on standard output only`() async throws {
    let run = try await invoke(
      "validate", "--format", "json", in: projectFolder, today: afterExtendedSupport)
    #expect(run.status == .exited(1))
    #expect(run.error.isEmpty)
    try expectGoldenJSON(run.output, "errors.json")
  }

  @Test func `generates nothing from cells with errors`() async throws {
    let package = try PackageFolder()
    let run = try await invoke("generate", in: package.path, today: afterExtendedSupport)
    #expect(run.status == .exited(1))
    #expect(run.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: "\(package.path)/out"))
  }

  @Test(arguments: [
    "", "tomorrow", "2026-11", "2026-11-23-", "2026-11-x-23", "2026-1-3", "+026-11-23",
    "2026-02-29", "2026-13-01", "2026/11/23", "２０２６-11-23",
  ])
  func `says what a day looks like`(text: String) async throws {
    let run = try await invoke("list", in: projectFolder, today: text)
    #expect(run.status == .exited(64))
    #expect(run.output.isEmpty)
    #expect(
      run.error.contains(
        """
        The value '\(text)' is invalid for '--today <date>': \
        "\(text)" is not a day; write one such as 2026-11-23

        """))
  }

  /// Where the shape of the cells says its version, as diagnostics name it.
  private func placeOfVersion() throws -> String {
    let file = "cells/Shapes.swift"
    let text = try String(contentsOfFile: "\(projectFolder)/\(file)", encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let index = try #require(lines.firstIndex { $0.contains("EKS(version:") })
    let indent = lines[index].prefix { $0 == " " }.count
    return "\(file):\(index + 1):\(indent + 1)"
  }

  private func json(of arguments: [String]) async throws -> String {
    let run = try await launch(
      Products.executable("cellctl"),
      arguments + ["--today", afterStandardSupport, "--format", "json"], in: projectFolder)
    #expect(run.error.isEmpty)
    return run.output
  }
}
