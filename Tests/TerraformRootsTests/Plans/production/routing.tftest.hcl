mock_provider "aws" {}

run "failover" {
  command = plan

  assert {
    condition     = aws_route53_record.cell_use1_01.failover_routing_policy[0].type == "PRIMARY"
    error_message = "the primary cell does not come first"
  }

  assert {
    condition     = aws_route53_record.cell_usw1_01.failover_routing_policy[0].type == "SECONDARY"
    error_message = "the standby cell does not stand by"
  }

  assert {
    condition     = aws_route53_record.cell_use1_01.name == aws_route53_record.cell_usw1_01.name
    error_message = "the cells do not share a name"
  }
}

run "health" {
  command = plan

  assert {
    condition = (
      aws_route53_health_check.cell_use1_01.fqdn == "cell-use1-01.api.bizcomms.example.com"
      && aws_route53_health_check.cell_use1_01.resource_path == "/health"
      && aws_route53_health_check.cell_use1_01.request_interval == 30
      && aws_route53_health_check.cell_use1_01.failure_threshold == 3
    )
    error_message = "another health check"
  }

  assert {
    condition = (
      aws_route53_health_check.cell_usw1_01.fqdn == "cell-usw1-01.api.bizcomms.example.com"
      && aws_route53_health_check.cell_usw1_01.resource_path == "/health"
      && aws_route53_health_check.cell_usw1_01.request_interval == 30
      && aws_route53_health_check.cell_usw1_01.failure_threshold == 3
    )
    error_message = "another health check"
  }
}
