import CellDescription
import TerraformDocument
import Testing

/// The shared host name: which cell answers, and who finds out that one doesn't.
@Suite struct RoutingTests {
  @Test func `under failover the primary is first and the standby second`() throws {
    let routing = try WrittenFleet(twoCells())["sample", "routing"]
    #expect(
      routing.blocks("aws_route53_record") == [
        "primary": record(to: "cell-a.api.example.com", failover("PRIMARY", "primary", "cell_a")),
        "standby": record(to: "cell-b.api.example.com", failover("SECONDARY", "standby", "cell_b")),
      ])
  }

  /// Two records that claim to be the primary, if only for a moment, are refused.
  @Test func `when two cells change roles, each record changes its target in place`() throws {
    let routing = try WrittenFleet(twoCells(primary: "cell-b"))["sample", "routing"]
    #expect(
      routing.blocks("aws_route53_record") == [
        "primary": record(to: "cell-b.api.example.com", failover("PRIMARY", "primary", "cell_b")),
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
    #expect(routing.blocks("aws_route53_health_check") == checks)
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
