import Commands
import Foundation
import Testing

@Suite struct PackagePathTests {
  let package: PackageFolder

  init() throws { package = try PackageFolder() }

  @Test func `finds the package around the folder that it is run in`() async throws {
    let run = try await invoke("generate", in: "\(package.path)/cells/inner")
    #expect(run.status == .exited(0))
    #expect(try package.files()[guide] != nil)
  }

  @Test func `takes the package that it is given, by either kind of path`() async throws {
    let name = URL(filePath: package.path).lastPathComponent
    let parent = URL(filePath: package.path).deletingLastPathComponent().path()
    let relative = try await invoke("generate", "--package-path", name, in: parent)
    #expect(relative.status == .exited(0))
    let absolute = try await invoke(
      "generate", "--check", "--package-path", package.path, in: "/")
    #expect(absolute.status == .exited(0))
    #expect(try package.files()[guide] != nil)
  }

  @Test func `shortens places also when the package is reached through a link`() async throws {
    let link = "\(package.path)/link"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: projectFolder)
    let run = try await invoke("show", "cell-use1-01", "--package-path", link, in: "/")
    #expect(run.output.contains("declared at    cells/Production.swift:"))
  }

  @Test func `shortens places also where another package is meant`() async throws {
    for arguments in [
      ["show", "cell-use1-01"], ["cost", "--lines"], ["list", "--format", "json"],
    ] {
      let run = try await launch(
        Products.executable("cellctl"), arguments + ["--today", fixedDay], in: package.path)
      #expect(run.status == .exited(0))
      #expect(run.output.contains("cells/Production.swift"))
      #expect(!run.output.contains("\(projectFolder)cells"))
    }
  }

  @Test func `outside any package it says what to do`() async throws {
    let run = try await invoke("list", in: "/")
    #expect(run.status == .exited(64))
    #expect(run.output.isEmpty)
    #expect(
      run.error.hasPrefix(
        """
        Error: / is not in a package with cells/; change to its folder, or write --package-path \
        <folder>

        """))
  }

  @Test func `refuses a folder that is no package, without looking around it`() async throws {
    let run = try await invoke("list", "--package-path", "cells", in: package.path)
    #expect(run.status == .exited(64))
    #expect(
      run.error.hasPrefix(
        """
        Error: \(package.path)/cells does not hold Package.swift and cells/; write the folder \
        that does after --package-path

        """))
  }
}
