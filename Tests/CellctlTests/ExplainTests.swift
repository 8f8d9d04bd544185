import CellModel
import Commands
import Foundation
import Testing

@testable import cellctl

/// What is printed about blocks of the project's own roots, to the last byte.
@Suite struct ExplainTests {
  @Test func `says where blocks come from and why they are there`() async throws {
    var session = Session(in: projectFolder)
    for words in [
      "production/cells/cell-usw1-01 aws_nat_gateway.usw1_az1",
      "production global.aws_dynamodb_table.deliveries",
      "cell-use1-dev aws_lambda_function.poller",
      "cell-use1-01 data.aws_ssm_parameter.certificate_arn",
      "cell-use1-stg aws_cloudwatch_metric_alarm.alerts_aurora_high_cpu",
      "cell-use1-stg local.api_policy",
    ] {
      try await session.run("explain \(words)")
    }
    try expectGolden(session.transcript, "explain.txt")
    let page = try String(
      contentsOfFile: "\(projectFolder)/docs/command-line.md", encoding: .utf8)
    let example = try #require(page.firstMatch(of: /```\n(\$ cellctl explain (?s).*?)```/)).1
    #expect(session.transcript.contains(example), "the example of the page is another")
  }

  @Test func `lists what an address can mean, and guesses at what was meant`() async throws {
    var session = Session(in: projectFolder)
    for words in ["aws_vpc.main", "production aws_vpcs.main", "prodution aws_vpc.main"] {
      try await session.run("explain \(words)")
    }
    try expectGolden(session.transcript, "explain-unclear.txt")
  }

  @Test func `says what a rule demands, also of cells with errors`() async throws {
    var session = Session(in: projectFolder)
    for words in ["cidr-overlap", "access-entries", "database-window", "backup-retention"] {
      try await session.run("explain \(words)")
    }
    try expectGolden(session.transcript, "explain-rule.txt")
    let manual = try String(
      contentsOfFile: "\(projectFolder)/docs/command-line.md", encoding: .utf8)
    let example = try #require(
      manual.firstMatch(of: /```\n(\$ cellctl explain cidr-overlap\n(?s).*?)```/)
    ).1
    #expect(session.transcript.hasPrefix(example), "the example of the page is another")
    let run = try await invoke("explain", "eks-version", in: projectFolder, today: "2028-04-01")
    #expect(run.status == .exited(0))
    #expect(run.error.isEmpty)
  }

  @Test func `a name that a rule and blocks have means the rule, but behind an environment`()
    async throws
  {
    let rule = try await invoke("explain", "karpenter", in: projectFolder)
    #expect(rule.output.contains("docs/rules.md#karpenter"))
    let blocks = try await invoke("explain", "production", "karpenter", in: projectFolder)
    #expect(blocks.status == .exited(64))
    #expect(blocks.error.contains(".karpenter\n"))
  }

  @Test func `of every rule it says the summary, and leads to its part of the page`() throws {
    let page = try String(contentsOfFile: "\(projectFolder)/docs/rules.md", encoding: .utf8)
    for rule in Rule.all {
      let explanation = RuleExplanation(rule)
      let part = try #require(explanation.report.page.split(separator: "#").last)
      #expect(explanation.report.page == "docs/rules.md#\(rule.name)")
      #expect(page.contains("\n## `\(part)`\n"))
      #expect(
        explanation.text.hasPrefix("rule \(rule.name)\n  demands  that \(rule.summary.prefix(40))"))
      #expect(explanation.report.demand == rule.summary)
    }
  }

  @Test func `says of a rule the same to programs`() async throws {
    let run = try await invoke(
      "explain", "backups", "--format", "json", in: projectFolder)
    #expect(run.status == .exited(0))
    try expectGoldenJSON(run.output, "explain-rule.json")
  }

  @Test func `says the same to programs`() async throws {
    let run = try await invoke(
      "explain", "cell-use1-01", "aws_lb_listener.https", "--format", "json", in: projectFolder)
    #expect(run.status == .exited(0))
    #expect(run.error.isEmpty)
    try expectGoldenJSON(run.output, "explain.json")
  }
}
