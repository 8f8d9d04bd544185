import Commands
import Foundation
import Testing

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

  @Test func `says the same to programs`() async throws {
    let run = try await invoke(
      "explain", "cell-use1-01", "aws_lb_listener.https", "--format", "json", in: projectFolder)
    #expect(run.status == .exited(0))
    #expect(run.error.isEmpty)
    try expectGoldenJSON(run.output, "explain.json")
  }
}
