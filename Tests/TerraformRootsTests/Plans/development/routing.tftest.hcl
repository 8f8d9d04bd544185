mock_provider "aws" {}

run "one_cell" {
  command = plan

  assert {
    condition     = aws_route53_record.cell_use1_dev.name == "api.dev.bizcomms.example.com"
    error_message = "another name"
  }

  assert {
    condition     = length(aws_route53_record.cell_use1_dev.failover_routing_policy) == 0
    error_message = "one cell has nowhere to fail over to"
  }

  assert {
    condition = (
      aws_route53_health_check.cell_use1_dev.fqdn == "cell-use1-dev.api.dev.bizcomms.example.com"
      && aws_route53_health_check.cell_use1_dev.resource_path == "/health"
      && aws_route53_health_check.cell_use1_dev.request_interval == 30
      && aws_route53_health_check.cell_use1_dev.failure_threshold == 3
    )
    error_message = "another health check"
  }
}
