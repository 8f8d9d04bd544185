import CellDescription
import TerraformDocument
import Testing

/// The shared host name: which cell answers, and who finds out that one doesn't.
@Suite struct RoutingTests {
  @Test func `under failover the primary is first and the standby second`() throws {
    let routing = try WrittenFleet(twoCells())["sample", "routing"]
    #expect(
      routing.blocks("aws_route53_record") == [
        "cell_a": record(
          for: "cell-a",
          [
            "failover_routing_policy": ["type": "PRIMARY"],
            "health_check_id": "${aws_route53_health_check.cell_a.id}",
            "set_identifier": "cell-a",
          ]),
        "cell_b": record(
          for: "cell-b",
          [
            "failover_routing_policy": ["type": "SECONDARY"],
            "health_check_id": "${aws_route53_health_check.cell_b.id}",
            "set_identifier": "cell-b",
          ]),
      ])
  }

  @Test func `under latency every cell has a record of its region`() throws {
    let routing = try WrittenFleet(everyChoice)["every", "routing"]
    let records = routing.blocks("aws_route53_record")
    #expect(
      records.mapValues { $0["latency_routing_policy"] } == [
        "every_use1_01": ["region": "us-east-1"], "every_use1_02": ["region": "us-east-1"],
        "every_usw1_01": ["region": "us-west-1"],
      ])
    #expect(records.values.allSatisfy { $0["failover_routing_policy"] == .null })
    #expect(Set(records.values.compactMap { $0["set_identifier"].text }).count == 3)
  }

  /// A policy of one record would leave callers without an answer when its check fails.
  @Test func `a cell that is alone has a plain record`() throws {
    let routing = try WrittenFleet(sample())["sample", "routing"]
    #expect(routing.blocks("aws_route53_record") == ["cell_a": record(for: "cell-a", [:])])
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

  /// An alias of the shared name to the cell's own, with what the routing policy adds.
  private func record(for cell: String, _ policy: TerraformBody) -> TerraformJSON {
    let zone: TerraformJSON = "${data.aws_ssm_parameter.hosted_zone_id.insecure_value}"
    let body: TerraformBody = [
      "alias": [
        "evaluate_target_health": true, "name": .string("\(cell).api.example.com"),
        "zone_id": zone,
      ],
      "name": "api.example.com", "type": "A", "zone_id": zone,
    ]
    return .object(body.merging(policy) { _, policy in policy })
  }
}
