import Commands
import Foundation
import Testing

/// On a day on which the Kubernetes version of `cells/` has left standard support.
@Suite struct FixCommandTests {
  private let day = "2027-04-01"
  let package: PackageFolder

  init() throws {
    package = try PackageFolder()
    try package.copyCells()
  }

  @Test func `shows what it would do and writes nothing`() async throws {
    try package.ageCells()
    let before = try package.cells()
    let run = try await invoke("fix", "--dry-run", in: package.path, today: day)
    #expect(run.status == .exited(0))
    #expect(run.error.isEmpty)
    try expectGolden(run.output, "fix.txt")
    #expect(try package.cells() == before)
  }

  @Test func `writes what the fix says, in its own file and nowhere else`() async throws {
    try package.ageCells()
    var expected = try package.cells()
    let run = try await invoke("fix", "--format", "json", in: package.path, today: day)
    #expect(run.status == .exited(0))
    try expectGoldenJSON(run.output, "fix.json")
    let shapes = try #require(expected["Shapes.swift"])
    expected["Shapes.swift"] = shapes.replacing(
      /EKS\(version: "[0-9.]+"\)/, with: #"EKS(version: "1.36")"#)
    #expect(try package.cells() == expected)
    #expect(expected["Shapes.swift"] != shapes)
  }

  @Test func `has nothing to do on a day on which nothing is wrong`() async throws {
    let run = try await invoke("fix", in: package.path)
    #expect(run.status == .exited(0))
    #expect(run.output == "there is nothing to fix\n")
    let other = try await invoke("fix", "--rule", "zones", in: package.path, today: day)
    #expect(other.output == "there is nothing to fix\n")
    #expect(other.error.contains("warning: Kubernetes "))
  }

  @Test func `refuses files that have changed since it was built`() async throws {
    let before = try package.cells()
    let run = try await invoke("fix", in: package.path, today: day)
    #expect(run.status == .exited(1))
    #expect(
      run.error == """
        error: cells/Development.swift has changed since cellctl was built
          fix: run `make generate`, then this command again

        """)
    #expect(try package.cells() == before)
  }

  @Test func `leaves a place where the element is no more`() async throws {
    try package.write("cells/Shapes.swift", "\n\n\n\n\n\n\n\n\n\n// nothing\n")
    try package.ageCells()
    let run = try await invoke("fix", in: package.path, today: day)
    #expect(run.output.hasPrefix("left for now: an element that `EKS(version: \"1.36\")` could"))
    #expect(run.output.hasSuffix("there is nothing to fix\n"))
    #expect(run.error.contains("warning: Kubernetes "))
  }

  @Test func `finds the rule that was probably meant`() async throws {
    let run = try await invoke("fix", "--rule", "zone", in: package.path, today: day)
    #expect(run.status == .exited(64))
    #expect(run.error.hasPrefix("Error: there is no rule zone; did you mean zones?\n"))
  }
}
