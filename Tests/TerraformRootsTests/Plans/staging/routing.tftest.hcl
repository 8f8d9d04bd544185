# Mocks stand at plan time, so that what refers to what can be seen in the plan.
mock_provider "aws" {
  override_during = plan

  # A value of its own for each, known at plan time.
  mock_resource "aws_route53_health_check" { defaults = {} }

  mock_data "aws_ssm_parameter" {
    defaults = { insecure_value = "Z-MOCK" }
  }
}

run "one_cell" {
  command = plan

  assert {
    condition     = aws_route53_record.primary.name == "api.staging.bizcomms.example.com"
    error_message = "another name"
  }

  assert {
    condition     = aws_route53_record.primary.failover_routing_policy[0].type == "PRIMARY"
    error_message = "a second cell would have to replace the record"
  }

  assert {
    condition = (
      aws_route53_health_check.cell_use1_stg.fqdn == "cell-use1-stg.api.staging.bizcomms.example.com"
      && aws_route53_health_check.cell_use1_stg.resource_path == "/health"
      && aws_route53_health_check.cell_use1_stg.request_interval == 30
      && aws_route53_health_check.cell_use1_stg.failure_threshold == 3
    )
    error_message = "another health check"
  }
}

run "targets" {
  command = plan

  assert {
    condition = (
      aws_route53_record.primary.name == "api.staging.bizcomms.example.com"
      && aws_route53_record.primary.type == "A"
      && aws_route53_record.primary.zone_id == "Z-MOCK"
      && aws_route53_record.primary.alias[0].name == "cell-use1-stg.api.staging.bizcomms.example.com"
      && aws_route53_record.primary.alias[0].zone_id == "Z-MOCK"
      && aws_route53_record.primary.alias[0].evaluate_target_health
    )
    error_message = "the shared name does not lead to cell-use1-stg"
  }

  assert {
    condition     = aws_route53_record.primary.set_identifier == "primary" && aws_route53_record.primary.health_check_id == aws_route53_health_check.cell_use1_stg.id
    error_message = "the record heeds another health check"
  }

  assert {
    condition     = aws_route53_health_check.cell_use1_stg.type == "HTTPS" && aws_route53_health_check.cell_use1_stg.port == 443
    error_message = "the check does not ask as callers do"
  }
}
