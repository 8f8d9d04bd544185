# Mocks stand at plan time, so that what refers to what can be seen in the plan.
mock_provider "aws" {
  override_during = plan

  # A value of its own for each, known at plan time.
  mock_resource "aws_route53_health_check" { defaults = {} }

  mock_data "aws_ssm_parameter" {
    defaults = { insecure_value = "Z-MOCK" }
  }
}

run "failover" {
  command = plan

  assert {
    condition     = aws_route53_record.primary.failover_routing_policy[0].type == "PRIMARY"
    error_message = "the primary cell does not come first"
  }

  assert {
    condition     = aws_route53_record.standby.failover_routing_policy[0].type == "SECONDARY"
    error_message = "the standby cell does not stand by"
  }

  assert {
    condition     = aws_route53_record.primary.name == aws_route53_record.standby.name
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

run "targets" {
  command = plan

  assert {
    condition = (
      aws_route53_record.primary.name == "api.bizcomms.example.com"
      && aws_route53_record.primary.type == "A"
      && aws_route53_record.primary.zone_id == "Z-MOCK"
      && aws_route53_record.primary.alias[0].name == "cell-use1-01.api.bizcomms.example.com"
      && aws_route53_record.primary.alias[0].zone_id == "Z-MOCK"
      && aws_route53_record.primary.alias[0].evaluate_target_health
    )
    error_message = "the shared name does not lead to cell-use1-01"
  }

  assert {
    condition     = aws_route53_record.primary.set_identifier == "primary" && aws_route53_record.primary.health_check_id == aws_route53_health_check.primary.id
    error_message = "the record heeds another health check"
  }

  assert {
    condition     = aws_route53_health_check.cell_use1_01.type == "HTTPS" && aws_route53_health_check.cell_use1_01.port == 443
    error_message = "the check does not ask as callers do"
  }

  assert {
    condition = (
      aws_route53_record.standby.name == "api.bizcomms.example.com"
      && aws_route53_record.standby.type == "A"
      && aws_route53_record.standby.zone_id == "Z-MOCK"
      && aws_route53_record.standby.alias[0].name == "cell-usw1-01.api.bizcomms.example.com"
      && aws_route53_record.standby.alias[0].zone_id == "Z-MOCK"
      && aws_route53_record.standby.alias[0].evaluate_target_health
    )
    error_message = "the shared name does not lead to cell-usw1-01"
  }

  assert {
    condition     = aws_route53_record.standby.set_identifier == "standby" && aws_route53_record.standby.health_check_id == aws_route53_health_check.cell_usw1_01.id
    error_message = "the record heeds another health check"
  }

  assert {
    condition     = aws_route53_health_check.cell_usw1_01.type == "HTTPS" && aws_route53_health_check.cell_usw1_01.port == 443
    error_message = "the check does not ask as callers do"
  }
}
