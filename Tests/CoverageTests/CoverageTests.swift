import Testing

/// What the overview says is what the committed `out/` has.
@Suite struct CoverageTests {
  @Test func `every row of the overview holds in the committed files`() throws {
    let found = failures(of: Coverage.rows, in: try .committed())
    #expect(found.isEmpty, "\(found.map(\.description).joined(separator: "\n"))")
  }

  @Test func `every row that is built asserts something, and no two have one title`() {
    for row in Coverage.rows {
      switch row.answer {
      case .built(let claims, let tests): #expect(!claims.isEmpty || !tests.isEmpty, "\(row.title)")
      case .notBuiltYet(let text), .notInfrastructure(let text): #expect(!text.isEmpty)
      }
    }
    for section in Coverage.chapters.flatMap(\.sections) {
      #expect(Set(section.rows.map(\.title)).count == section.rows.count, "\(section.heading)")
    }
  }

  @Test func `every line and every figure of the overview is in a row`() throws {
    let omissions = try Overview.given().omissions(in: Coverage.chapters)
    #expect(omissions.isEmpty, "\(omissions.joined(separator: "\n"))")
  }

  @Test func `every block of production is in a row`() throws {
    let named = Set(
      Coverage.rows.flatMap(\.claims).flatMap { claim in
        claim.places.map { "\($0.path): \($0.fill(claim.address))" }
      })
    let tree = try OutTree.committed()
    let blocks = tree.roots.values.filter { $0.path.hasPrefix("production/terraform/") }
      .flatMap { root in
        root.addresses.filter { !$0.hasPrefix("local.") }.map { "\(root.path): \($0)" }
      }
    let missing = Set(blocks).subtracting(named).sorted()
    #expect(missing.isEmpty, "\(missing.joined(separator: "\n"))")
  }

  /// Of staging and development the rows name sizes; what they consist of is production's.
  @Test func `staging consists of what production's primary cell does, in one region`() throws {
    #expect(try blocks(of: .staging).subtracting(blocks(of: .use1)) == [])
    #expect(
      try blocks(of: .use1).subtracting(blocks(of: .staging)) == [
        "aws_cloudwatch_metric_alarm.alerts_aurora_global_replication_lag",
        "aws_cloudwatch_metric_alarm.takeover",
      ])
  }

  @Test func `development lacks what its sizes leave out, and has its poller as a function`() throws
  {
    let left = try blocks(of: .use1).subtracting(blocks(of: .development))
    #expect(
      left.filter { !$0.contains("use1_az4") }.sorted() == [
        "aws_cloudwatch_log_group.poller_debug",
        "aws_cloudwatch_metric_alarm.alerts_aurora_global_replication_lag",
        "aws_cloudwatch_metric_alarm.takeover",
        "aws_eip.nat_use1_az2", "aws_nat_gateway.use1_az2", "aws_rds_cluster_instance.alerts_2",
      ])
    #expect(
      try blocks(of: .development).subtracting(blocks(of: .use1)) == [
        "aws_cloudwatch_metric_alarm.poller_failed_rounds",
        "aws_cloudwatch_metric_alarm.poller_failures",
        "aws_iam_role.poller_schedule",
        "aws_iam_role_policy.poller_function",
        "aws_iam_role_policy.poller_schedule",
        "aws_lambda_function.poller",
        "aws_lambda_function_event_invoke_config.poller",
        "aws_scheduler_schedule.poller",
        "aws_scheduler_schedule_group.main",
        "aws_security_group.poller",
        "aws_sqs_queue.poller_failures",
        "aws_sqs_queue_policy.poller_failures",
        "aws_vpc_security_group_egress_rule.poller_alerts",
        "aws_vpc_security_group_egress_rule.poller_https",
        "aws_vpc_security_group_ingress_rule.poller_alerts",
      ])
  }

  private func blocks(of place: OutPlace) throws -> Set<String> {
    let root = try #require(try OutTree.committed().roots[place.path])
    return Set(root.addresses.filter { $0.hasPrefix("aws_") })
  }

  @Test func `docs/coverage.md is what the rows say`() throws {
    let document = CoverageDocument(
      chapters: Coverage.chapters, corrections: Correction.all, tree: try .committed())
    try expectCommitted(document.text, "docs/coverage.md")
  }
}
