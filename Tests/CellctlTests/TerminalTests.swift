import Commands
import Testing

@testable import cellctl

/// Colours: on a terminal, where nobody asks for none, and nowhere else.
@Suite struct TerminalTests {
  @Test func `an error stands out on a terminal`() async throws {
    let text = try await onTerminal(
      ["show", "cell-use1-01", "--today", "2027-05-01"], environment: ["TERM": "xterm-256color"])
    #expect(text.contains("\u{1b}[1;33mwarning:\u{1b}[0m Kubernetes 1.35"))
    #expect(text.contains("  \u{1b}[36mfix:\u{1b}[0m write"))
  }

  @Test(
    arguments: [
      ["NO_COLOR": "1", "TERM": "xterm"], ["TERM": "dumb"], ["TERM": nil],
    ] as [[String: String?]])
  func `no colours where nobody wants them or nothing shows them`(
    environment: [String: String?]
  ) async throws {
    let text = try await onTerminal(
      ["validate", "--today", "2027-05-01"], environment: environment)
    #expect(text.contains("warning: Kubernetes 1.35"))
    #expect(!text.contains("\u{1b}"))
  }

  @Test func `an empty NO_COLOR asks for nothing`() async throws {
    let text = try await onTerminal(
      ["validate", "--today", "2027-05-01"], environment: ["NO_COLOR": "", "TERM": "xterm"])
    #expect(text.contains("\u{1b}[1;33mwarning:"))
  }

  @Test func `JSON has no colours on a terminal either`() async throws {
    let text = try await onTerminal(
      ["validate", "--format", "json", "--today", "2027-05-01"], environment: ["TERM": "xterm"])
    #expect(!text.contains("\u{1b}"))
  }

  @Test(arguments: [
    ("+ root a, 1 resource", "\u{1b}[32m+ root a, 1 resource\u{1b}[0m"),
    ("  -/+ aws_vpc.main", "\u{1b}[1;31m  -/+ aws_vpc.main\u{1b}[0m"),
    ("  ~   aws_vpc.main", "\u{1b}[33m  ~   aws_vpc.main\u{1b}[0m"),
    ("        ! it is gone", "\u{1b}[1;31m        ! it is gone\u{1b}[0m"),
    ("--- cells/A.swift", "\u{1b}[31m--- cells/A.swift\u{1b}[0m"),
    ("@@ -1,2 +1,3 @@", "\u{1b}[36m@@ -1,2 +1,3 @@\u{1b}[0m"),
    ("   - a list in YAML", "   - a list in YAML"), ("resources: 1 added", "resources: 1 added"),
  ])
  func `a difference shows what comes and goes`(line: String, shown: String) {
    #expect(Ink(isColoured: true).difference(line) == shown)
    #expect(Ink.none.difference(line) == line)
  }

  @Test func `a failure of the command itself stands out too`() {
    #expect(
      Ink(isColoured: true).problem("error: it failed\n  fix: run it again") == """
        \u{1b}[1;31merror:\u{1b}[0m it failed
        \u{1b}[36m  fix:\u{1b}[0m run it again
        """)
  }

  /// Both outputs of the real `cellctl` as a terminal gets them; `script` makes one.
  private func onTerminal(
    _ arguments: [String], environment: [String: String?]
  ) async throws -> String {
    let program = try Products.executable("cellctl")
    let words = Command(program, arguments, advice: "").description
    var environment = environment
    if environment["NO_COLOR"] == nil { environment.updateValue(nil, forKey: "NO_COLOR") }
    let command = Command(
      "script", ["--quiet", "--return", "--command", words, "/dev/null"],
      environment: environment, workingDirectory: projectFolder, advice: "install bsdutils")
    let result = try await command.run(timeLimit: .seconds(60))
    try #require(result.status.isSuccess, "\(result.outputText)\(result.errorText)")
    return result.outputText
  }
}
