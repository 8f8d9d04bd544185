import Commands
import Testing

/// What is printed about the project's own fleet, to the last byte.
@Suite struct FleetViewTests {
  @Test(arguments: ["text", "json"])
  func `lists the cells`(format: String) async throws {
    let run = try await invoke("list", "--format", format, in: projectFolder)
    #expect(run.status == .exited(0))
    #expect(run.error.isEmpty)
    try expect(run.output, "list", in: format)
  }

  @Test(arguments: ["text", "json"])
  func `shows a cell`(format: String) async throws {
    let run = try await invoke("show", "cell-use1-01", "--format", format, in: projectFolder)
    #expect(run.status == .exited(0))
    #expect(run.error.isEmpty)
    try expect(run.output, "show", in: format)
  }

  @Test(arguments: ["text", "json"])
  func `validates the cells`(format: String) async throws {
    let run = try await invoke("validate", "--format", format, in: projectFolder)
    #expect(run.status == .exited(0))
    #expect(run.error.isEmpty)
    try expect(run.output, "validate", in: format)
  }

  @Test func `finds the cell that was probably meant`() async throws {
    let run = try await invoke("show", "cell-use1-10", in: projectFolder)
    #expect(run.status == .exited(64))
    #expect(run.output.isEmpty)
    #expect(
      run.error.hasPrefix("Error: there is no cell cell-use1-10; did you mean cell-use1-01?\n"))
  }

  @Test func `names the cells where no name is near`() async throws {
    let run = try await invoke("show", "nonsense", "--format", "json", in: projectFolder)
    #expect(run.status == .exited(64))
    #expect(run.output.isEmpty)
    #expect(
      run.error.hasPrefix(
        """
        Error: there is no cell nonsense; the cells are cell-use1-dev, cell-use1-01, \
        cell-usw1-01, cell-use1-stg

        """))
  }

  private func expect(_ text: String, _ name: String, in format: String) throws {
    if format == "json" {
      try expectGoldenJSON(text, "\(name).json")
    } else {
      try expectGolden(text, "\(name).txt")
    }
  }
}
