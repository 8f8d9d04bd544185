import Commands
import Testing

@Suite struct GraphTests {
  @Test(arguments: [
    (["fleet", "--environment", "production"], "graph-fleet.dot"),
    (["roots", "--environment", "production", "--as", "mermaid"], "graph-roots.mmd"),
    (["network", "--cell", "cell-usw1-01", "--as", "svg"], "graph-network.svg"),
    (["fleet", "--environment", "development", "--format", "json"], "graph.json"),
  ])
  func `draws what is asked for`(arguments: [String], golden: String) async throws {
    let run = try await launch(
      Products.executable("cellctl"), ["graph"] + arguments + ["--today", fixedDay],
      in: projectFolder)
    #expect(run.status == .exited(0))
    #expect(run.error.isEmpty)
    try expectGolden(run.output, golden)
  }

  @Test(arguments: [
    (["network"], "a network is a cell's; write --cell <name>"),
    (["fleet", "--cell", "a"], "--cell is for a network; write --environment, or leave it out"),
    (["roots"], "write --environment, one of development, production, staging"),
    (["fleet", "--environment", "prod"], "there is no environment prod; "),
    (["network", "--cell", "cell-use1-00"], "there is no cell cell-use1-00; did you mean "),
    (["flet"], "The value 'flet' is invalid for '<subject>'"),
  ])
  func `refuses what it can't draw`(arguments: [String], message: String) async throws {
    let run = try await launch(
      Products.executable("cellctl"), ["graph"] + arguments, in: projectFolder)
    #expect(run.status == .exited(64))
    #expect(run.output.isEmpty)
    #expect(run.error.contains(message), "\(run.error)")
  }
}
