import Commands
import Foundation
import Testing

@Suite struct NewCellCommandTests {
  let package: PackageFolder

  init() throws {
    package = try PackageFolder()
    try package.copyCells()
  }

  @Test func `writes a cell once, and says what it must know of it`() async throws {
    var session = Session(in: package.path)
    let command = "new-cell cell-use1-02 --region us-east-1 --environment staging"
    try await session.run("\(command) --dry-run")
    #expect(try package.cells()["Staging.swift"]?.contains("cell-use1-02") == false)
    try await session.run(command)
    #expect(try package.cells()["Staging.swift"]?.contains("cell-use1-02") == true)
    let written = try package.cells()
    try await session.run(command)
    try await session.run("\(command) --role standby --index 33 --shape standard")
    try await session.run("\(command) --index 34")
    try await session.run("new-cell cell-usw2-01 --region us-west-2 --environment staging")
    #expect(try package.cells() == written)
    try expectGolden(session.transcript, "new-cell.txt")
    let page = try String(
      contentsOfFile: "\(projectFolder)/docs/command-line.md", encoding: .utf8)
    let example = try #require(page.firstMatch(of: /```\n(\$ cellctl new-cell (?s).*?)```/)).1
    #expect(session.transcript.contains(example), "the example of the page is another")
  }

  @Test func `refuses what can't be, and says what to write`() async throws {
    var session = Session(in: package.path)
    let written = try package.cells()
    for words in [
      "cell-usw2-01 --region us-west-2 --environment production",
      "cell-use1-01 --region us-east-1 --environment staging",
      "cell-use1-02 --region us-east-1 --environment staging --index 0",
      "cell-use1-02 --region us-east-1 --environment staging --role primary",
      "Cell_2 --region us-west-2 --environment staging",
      "cell-use1-02 --region us-east-1 --environment stagin",
      "cell-use1-02 --region us-esat-1 --environment staging",
      "cell-use1-02 --region us-east-1 --environment staging --shape standrad",
      "cell-use1-02 --region us-east-1 --environment staging --index 256",
    ] {
      try await session.run("new-cell \(words)")
    }
    #expect(try package.cells() == written)
    try expectGolden(session.transcript, "new-cell-refused.txt")
  }

  @Test func `says the same as JSON`() async throws {
    let arguments = ["new-cell", "cell-usw2-01", "--region", "usWest2", "--environment", "staging"]
    let run = try await launch(
      Products.executable("cellctl"),
      arguments + ["--format", "json", "--dry-run", "--today", fixedDay], in: package.path)
    #expect(run.status == .exited(0))
    #expect(run.error.isEmpty)
    try expectGoldenJSON(run.output, "new-cell.json")
  }

  @Test func `refuses a file that it can't read as Swift`() async throws {
    try package.write("cells/Staging.swift", "let staging = Environment(\"staging\") {\n")
    let run = try await invoke(
      "new-cell", "a", "--region", "us-east-1", "--environment", "staging", in: package.path)
    #expect(run.status == .exited(1))
    #expect(
      run.error == """
        error: cells/Staging.swift:1:38: a bracket does not end
          fix: run `make generate`, which says more, then this again

        """)
  }

  #if os(Linux)
    @Test func `leaves the old file whole when it is killed while it writes`() async throws {
      let before = try package.cells()
      let script = """
        trap '' XFSZ; ulimit -f 0
        exec "$1" new-cell cell-usw2-01 --region us-west-2 --environment staging >/dev/null
        """
      let run = try await launch(
        "bash", ["-c", script, "bash", Products.executable("cellctl")], in: package.path)
      #expect(run.status != .exited(0))
      #expect(run.error.contains("error: can't write cells/Staging.swift: "))
      #expect(try package.cells().filter { $0.key.hasSuffix(".swift") } == before)
    }
  #endif
}
