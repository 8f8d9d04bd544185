mock_provider "aws" {}

mock_provider "aws" {
  alias = "us-west-1"
}

run "tables" {
  command = plan

  assert {
    condition     = aws_dynamodb_table.deliveries.name == "bizcomms-production-deliveries"
    error_message = "the services look for another table"
  }

  assert {
    condition     = [for replica in aws_dynamodb_table.deliveries.replica : replica.region_name] == ["us-west-1"]
    error_message = "the deliveries are not in both regions"
  }

  assert {
    condition     = [for replica in aws_dynamodb_table.stories.replica : replica.region_name] == ["us-west-1"]
    error_message = "the stories are not in both regions"
  }

  assert {
    condition     = aws_dynamodb_table.deliveries.deletion_protection_enabled
    error_message = "a call can delete the deliveries"
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
    ] : one(secret.replica).region == "us-west-1"])
    error_message = "a secret is not in both regions"
  }

  assert {
    condition = alltrue([for secret in [
      aws_secretsmanager_secret.api_keys,
      aws_secretsmanager_secret.database_alerts_application,
      aws_secretsmanager_secret.poller_api_key,
      aws_secretsmanager_secret.twilio,
    ] : secret.recovery_window_in_days == 30])
    error_message = "a deleted secret is gone at once"
  }
}

run "published_values" {
  command = plan

  assert {
    condition     = aws_ssm_parameter.secrets_key_arn_us_west_1.name == aws_ssm_parameter.secrets_key_arn_us_east_1.name
    error_message = "a cell would have to know its region to read the key"
  }

  assert {
    condition     = aws_route53_zone.main.name == "bizcomms.example.com"
    error_message = "another zone"
  }
}
