import Commands
import Foundation
import Testing

@Suite struct UsageTests {
  @Test(arguments: [
    (["generate", "--check", "--discard-edits"], "--check writes nothing, so there are no edits"),
    (["generate", "--output", ""], "--output is empty; write a folder, or leave the option out"),
    (["list", "--frmat", "json"], "Unknown option '--frmat'. Did you mean '--format'?"),
    (["list", "--format", "yaml"], "'yaml' is invalid for '--format <format>'"),
    (["lst"], "there is no command lst; did you mean list?"),
    (["help", "lst"], "there is no command lst; did you mean list?"),
    (["frobnicate"], "there is no command frobnicate; the commands are generate, validate,"),
    (["show"], "Missing expected argument '<cell>'"),
  ])
  func `refuses a wrong command line with status 64`(arguments: [String], message: String)
    async throws
  {
    let run = try await launch(Products.executable("cellctl"), arguments, in: projectFolder)
    #expect(run.status == .exited(64))
    #expect(run.output.isEmpty)
    #expect(run.error.hasPrefix("Error: "))
    #expect(run.error.contains(message))
  }

  @Test func `what is wrong with a name stands alone, and says what was meant`() async throws {
    var session = Session(in: projectFolder)
    for words in [
      "show nosuch", "show cell-use1-10", "explain nosuch aws_vpc.main", "facts X",
      "facts EKSVersionFact.releases", "fix --rule x", "fix --rule zone",
      "cost --environment prod", "cost --environment stagin", "cost --cell cell-use1-10",
      "cost --assume web-request=50", "graph roots", "graph network --cell cell-use1-10",
      "new-cell a --region us-wst-2 --environment staging",
    ] {
      try await session.run(words)
    }
    #expect(!session.transcript.contains("Usage:"))
    try expectGolden(session.transcript, "mistakes.txt")
  }

  @Test(arguments: [("prod", "--environment"), ("cell-use1-01", "--cell")])
  func `says which option a bare name lacks`(name: String, option: String) async throws {
    let run = try await invoke("cost", name, in: projectFolder)
    #expect(run.status == .exited(64))
    #expect(run.output.isEmpty)
    #expect(
      run.error.hasPrefix(
        "Error: \(name) has no option in front of it; write \(option) \(name)\nUsage: cellctl cost ["
      ))
  }

  @Test func `says that a name beside the option is one too many`() async throws {
    let run = try await invoke("cost", "--environment", "production", "staging", in: projectFolder)
    #expect(run.status == .exited(64))
    #expect(run.error.hasPrefix("Error: staging is one name too many; leave it out\n"))
  }

  @Test func `the first help shows an example of every command`() async throws {
    let run = try await launch(Products.executable("cellctl"), ["--help"], in: "/")
    let lines = run.output.split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("SUBCOMMANDS:") })
    let commands = lines[(start + 1)...].compactMap { line in
      line.wholeMatch(of: #/  ([a-z-]+) .*/#)?.1
    }
    #expect(commands.count > 10)
    for command in commands + ["validate --today", "explain cidr-overlap"] {
      #expect(lines.contains { $0.hasPrefix("  cellctl \(command) ") }, "\(command)")
    }
  }

  @Test func `gives its version`() async throws {
    let run = try await launch(Products.executable("cellctl"), ["--version"], in: "/")
    #expect(run.status == .exited(0))
    #expect(run.output.split(separator: ".").count == 3)
  }

  @Test(arguments: [
    [], ["generate"], ["validate"], ["list"], ["show"], ["explain"], ["diff"], ["graph"], ["cost"],
    ["facts"], ["new-cell"], ["fix"],
  ])
  func `the help shows examples, one on each line`(command: [String]) async throws {
    let run = try await launch(Products.executable("cellctl"), command + ["--help"], in: "/")
    #expect(run.status == .exited(0))
    #expect(run.error.isEmpty)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "EXAMPLES"))
    let examples = lines[(start + 1)...].prefix { !$0.isEmpty }
    #expect(!examples.isEmpty)
    #expect(examples.allSatisfy { $0.hasPrefix("  cellctl ") && $0.count <= 80 })
  }

  @Test func `ends quietly when nobody reads the output any more`() async throws {
    // The reader at the other end of 3 has ended before cellctl starts.
    let script = "exec 3> >(:); wait $!; exec \"$1\" list >&3"
    let run = try await launch(
      "bash", ["-c", script, "bash", Products.executable("cellctl")], in: projectFolder)
    let ignoresTheSignal =
      run.status == .exited(1) && run.error.hasPrefix("Error: can't write the result: ")
    #expect(run.status == .signalled(SIGPIPE) && run.error.isEmpty || ignoresTheSignal)
  }

  #if os(Linux)
    @Test func `fails when the result can't be written`() async throws {
      let run = try await launch(
        "bash", ["-c", "exec \"$1\" list >/dev/full", "bash", Products.executable("cellctl")],
        in: projectFolder)
      #expect(run.status == .exited(1))
      #expect(run.error.hasPrefix("Error: can't write the result: "))
    }

    @Test func `does its work where diagnostics can't be written`() async throws {
      let script = "exec \"$1\" validate --today 2027-04-01 2>/dev/full"
      let run = try await launch(
        "bash", ["-c", script, "bash", Products.executable("cellctl")], in: projectFolder)
      #expect(run.status == .exited(0))
      #expect(run.output.hasSuffix(" are valid\n"))
    }
  #endif
}
