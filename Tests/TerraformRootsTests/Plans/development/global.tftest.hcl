mock_provider "aws" {}

run "tables" {
  command = plan

  assert {
    condition     = aws_dynamodb_table.deliveries.name == "bizcomms-development-deliveries"
    error_message = "the services look for another table"
  }

  assert {
    condition     = length(aws_dynamodb_table.deliveries.replica) == 0
    error_message = "one region needs no replica"
  }
}

run "secrets" {
  command = plan

  assert {
    condition = alltrue([for secret in [
      aws_secretsmanager_secret.api_keys,
      aws_secretsmanager_secret.database_alerts_application,
      aws_secretsmanager_secret.poller_api_key,
      aws_secretsmanager_secret.twilio,
    ] : length(secret.replica) == 0])
    error_message = "one region needs no replica"
  }
}

run "published_values" {
  command = plan

  assert {
    condition     = aws_ssm_parameter.hosted_zone_id_us_east_1.name == "/bizcomms/development/global/hosted-zone-id"
    error_message = "routing looks for another name"
  }
}
