import Commands
import Testing

/// What is printed about the cost of the project's own fleet, to the last byte.
@Suite struct CostTests {
  @Test func `shows what an environment costs`() async throws {
    let run = try await invoke("cost", "--environment", "production", in: projectFolder)
    #expect(run.status == .exited(0))
    #expect(run.error.isEmpty)
    try expectGolden(run.output, "cost.txt")
  }

  @Test func `shows every line of a cell`() async throws {
    let run = try await invoke("cost", "--cell", "cell-usw1-01", "--lines", in: projectFolder)
    #expect(run.status == .exited(0))
    #expect(run.error.isEmpty)
    try expectGolden(run.output, "cost-lines.txt")
  }

  @Test(arguments: ["production", "staging", "development"])
  func `explains the difference to the overview`(environment: String) async throws {
    let run = try await invoke(
      "cost", "--environment", environment, "--compare", in: projectFolder)
    #expect(run.status == .exited(0))
    #expect(run.error.isEmpty)
    try expectGolden(run.output, "cost-compare-\(environment).txt")
  }

  @Test func `shows the same to programs`() async throws {
    let run = try await invoke(
      "cost", "--environment", "development", "--compare", "--assume", "web-requests=2.5",
      "--format", "json", in: projectFolder)
    #expect(run.status == .exited(0))
    #expect(run.error.isEmpty)
    try expectGoldenJSON(run.output, "cost.json")
  }

  @Test(arguments: [
    (
      ["--environment", "prodution"],
      "there is no environment prodution; did you mean production?\n"
    ),
    (["--cell", "cell-use1-10"], "there is no cell cell-use1-10; did you mean cell-use1-01?\n"),
    (
      ["--assume", "web-request=50"],
      "nothing is assumed about \"web-request\"; did you mean web-requests?"
    ),
    (
      ["--assume", "spot-share=150"], "spot-share=150 is more than there can be; write 100 or less"
    ),
    (
      ["--compare", "--cell", "cell-use1-01"],
      "--compare looks at whole environments; leave --cell out\n"
    ),
  ])
  func `refuses what there is not`(arguments: [String], message: String) async throws {
    let run = try await launch(
      Products.executable("cellctl"), ["cost", "--today", fixedDay] + arguments, in: projectFolder)
    #expect(run.status == .exited(64))
    #expect(run.output.isEmpty)
    #expect(run.error.hasPrefix("Error: "))
    #expect(run.error.contains(message))
  }
}
