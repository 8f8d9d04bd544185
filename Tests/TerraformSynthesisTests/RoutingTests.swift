import CellDescription
import TerraformDocument
import Testing

/// The shared host name: which cell answers, and who finds out that one doesn't.
@Suite struct RoutingTests {
  @Test func `under failover the primary is first and the standby second`() throws {
    let routing = try WrittenFleet(twoCells())["sample", "routing"]
    #expect(
      routing.blocks("aws_route53_record") == [
        "primary": record(to: "cell-a.api.example.com", failover("PRIMARY", "primary", "primary")),
        "standby": record(to: "cell-b.api.example.com", failover("SECONDARY", "standby", "cell_b")),
      ])
  }

  /// Two records that claim to be the primary, if only for a moment, are refused.
  @Test func `when two cells change roles, each record changes its target in place`() throws {
    let routing = try WrittenFleet(twoCells(primary: "cell-b"))["sample", "routing"]
    #expect(
      routing.blocks("aws_route53_record") == [
        "primary": record(to: "cell-b.api.example.com", failover("PRIMARY", "primary", "primary")),
        "standby": record(to: "cell-a.api.example.com", failover("SECONDARY", "standby", "cell_a")),
      ])
  }

  /// A simple record could not become one of two when a second cell comes.
  @Test func `a cell that is alone is the primary already`() throws {
    let routing = try WrittenFleet(sample())["sample", "routing"]
    #expect(
      routing.blocks("aws_route53_record") == [
        "primary": record(to: "cell-a.api.example.com", failover("PRIMARY", "primary", "cell_a"))
      ])
  }

  /// A name can have one latency record per region, however many cells are there.
  @Test func `under latency a region is chosen first, and then one of its cells by weight`() throws
  {
    let routing = try WrittenFleet(everyChoice)["every", "routing"]
    let name = "api.every.example.com"
    #expect(
      routing.blocks("aws_route53_record") == [
        "us_east_1": record(
          name, to: "us-east-1.\(name)",
          [
            "depends_on": ["aws_route53_record.every_use1_01", "aws_route53_record.every_use1_02"],
            "latency_routing_policy": ["region": "us-east-1"], "set_identifier": "us-east-1",
          ]),
        "every_use1_01": record(
          "us-east-1.\(name)", to: "every-use1-01.\(name)",
          weighted("every-use1-01", "every_use1_01")),
        "every_use1_02": record(
          "us-east-1.\(name)", to: "every-use1-02.\(name)",
          weighted("every-use1-02", "every_use1_02")),
        "us_west_1": record(
          name, to: "us-west-1.\(name)",
          [
            "depends_on": ["aws_route53_record.every_usw1_01"],
            "latency_routing_policy": ["region": "us-west-1"], "set_identifier": "us-west-1",
          ]),
        "every_usw1_01": record(
          "us-west-1.\(name)", to: "every-usw1-01.\(name)",
          weighted("every-usw1-01", "every_usw1_01")),
      ])
  }

  @Test func `each cell is asked for its health on its own name, and out after three failures`()
    throws
  {
    let routing = try WrittenFleet(twoCells())["sample", "routing"]
    let checks = ["cell_a": "cell-a", "cell_b": "cell-b"].mapValues { cell -> TerraformJSON in
      [
        "failure_threshold": 3, "fqdn": .string("\(cell).api.example.com"), "port": 443,
        "request_interval": 30, "resource_path": "/health",
        "tags": ["Name": .string("bizcomms-\(cell)")], "type": "HTTPS",
      ]
    }
    for (cell, check) in checks { #expect(routing["aws_route53_health_check", cell] == check) }
    #expect(
      Set(routing.blocks("aws_route53_health_check").keys)
        == ["cell_a", "cell_b", "primary", "takeover"])
  }

  /// Records stay as they are: the control plane that changes them may be down with the primary.
  @Test func `the standby takes the shared name by a metric in its own region`() throws {
    let fleet = try WrittenFleet(twoCells())
    let routing = fleet["sample", "routing"]
    #expect(
      routing["aws_route53_health_check", "primary"] == [
        "child_health_threshold": 2,
        "child_healthchecks": [
          "${aws_route53_health_check.cell_a.id}", "${aws_route53_health_check.takeover.id}",
        ],
        "tags": ["Name": "bizcomms-sample-primary"], "type": "CALCULATED",
      ])
    #expect(
      routing["aws_route53_health_check", "takeover"] == [
        "cloudwatch_alarm_name": "bizcomms-cell-b-takeover",
        "cloudwatch_alarm_region": "us-west-2",
        "insufficient_data_health_status": "LastKnownStatus",
        "tags": ["Name": "bizcomms-sample-takeover"], "type": "CLOUDWATCH_METRIC",
      ])
    #expect(
      fleet["sample", "cells/cell-b"]["aws_cloudwatch_metric_alarm", "takeover"] == [
        "alarm_description": "cell-b takes over from the primary",
        "alarm_name": "bizcomms-cell-b-takeover",
        "comparison_operator": "GreaterThanOrEqualToThreshold", "dimensions": ["Cell": "cell-b"],
        "evaluation_periods": 1, "metric_name": "TakeOver", "namespace": "BizComms/Failover",
        "period": 60, "statistic": "Maximum", "threshold": 1, "treat_missing_data": "ignore",
      ])
  }

  @Test func `where there is nothing to take over, nobody is asked`() throws {
    let alone = try WrittenFleet(sample())["sample", "routing"]
    #expect(Set(alone.blocks("aws_route53_health_check").keys) == ["cell_a"])
    #expect(try sampleCell().files["takeover.tf.json"] == nil)
    let latency = try WrittenFleet(everyChoice)
    #expect(
      Set(latency["every", "routing"].blocks("aws_route53_health_check").keys)
        == ["every_use1_01", "every_use1_02", "every_usw1_01"])
    #expect(
      latency["every", "cells/every-use1-01"].blocks("aws_cloudwatch_metric_alarm")["takeover"]
        == nil)
  }

  /// Route 53 refuses an alias whose target does not exist, and a check whose alarm does not.
  @Test func `what routing leads to is there before it`() throws {
    let fleet = try WrittenFleet(twoCells())
    let order = fleet.roots.map(\.path.folder)
    #expect(order == ["backend-setup", "global", "cells/cell-a", "cells/cell-b", "routing"])
    let made = fleet.all.flatMap { root in
      root.path.folder == "routing"
        ? [] : root.blocks("aws_route53_record").values.compactMap { $0["name"].text }
    }
    let targets = fleet["sample", "routing"].blocks("aws_route53_record").values
      .compactMap { $0["alias"]["name"].text }
    #expect(Set(targets) == ["cell-a.api.example.com", "cell-b.api.example.com"])
    #expect(Set(targets).isSubset(of: made))
  }

  /// An alias of `name` to another of the zone's names, with what the routing policy adds.
  private func record(
    _ name: String = "api.example.com", to target: String, _ policy: TerraformBody
  ) -> TerraformJSON {
    let zone: TerraformJSON = "${data.aws_ssm_parameter.hosted_zone_id.insecure_value}"
    let body: TerraformBody = [
      "alias": ["evaluate_target_health": true, "name": .string(target), "zone_id": zone],
      "name": .string(name), "type": "A", "zone_id": zone,
    ]
    return .object(body.merging(policy) { _, policy in policy })
  }

  private func failover(_ type: String, _ role: String, _ check: String) -> TerraformBody {
    [
      "failover_routing_policy": ["type": .string(type)],
      "health_check_id": .string("${aws_route53_health_check.\(check).id}"),
      "set_identifier": .string(role),
    ]
  }

  private func weighted(_ cell: String, _ check: String) -> TerraformBody {
    [
      "health_check_id": .string("${aws_route53_health_check.\(check).id}"),
      "set_identifier": .string(cell),
      "weighted_routing_policy": ["weight": 100],
    ]
  }
}
