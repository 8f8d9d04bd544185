extension Seed {
  /// Of network and edge.
  static let network: [Seed] = [
    Seed(.use1, "aws_subnet.private_use1_az1"),
    Seed(.usw1, "aws_subnet.database_usw1_az3", "cidr_block", .made("10.1.23.0/24")),
    Seed(.use1, "aws_route.private_internet_use1_az2", "nat_gateway_id"),
    Seed(.usw1, "aws_network_acl.database", "ingress[cidr_block=10.1.32.0/19]"),
    Seed(.use1, "aws_vpc_endpoint.s3"),
    Seed(.usw1, "aws_flow_log.main", "traffic_type", .made("REJECT")),
    Seed(.use1, "aws_default_security_group.default"),
    Seed(
      .use1, "aws_route.public_internet", "route_table_id",
      .made("${aws_route_table.database.id}")),
    Seed(.use1, "aws_wafv2_web_acl.main", "rule[name=AWSManagedRulesSQLiRuleSet]"),
    Seed(.usw1, "aws_wafv2_web_acl.main", "rule[name=rate-limit].action.block.custom_response"),
    Seed(
      .use1, "aws_wafv2_web_acl.main",
      "rule[name=callback-rate-limit].statement.rate_based_statement.scope_down_statement"),
    Seed(.use1, "aws_lb_listener.http", "default_action[0].redirect"),
    Seed(.routing, "aws_route53_health_check.cell_use1_01", "failure_threshold", .made(5)),
    Seed(.routing, "aws_route53_record.standby", "failover_routing_policy"),
  ]
}
