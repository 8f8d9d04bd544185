# Mocks stand at plan time, so that policies and what refers to what can be seen in the plan.
mock_provider "aws" {
  override_during = plan

  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:us-east-1:345678901234:key/mock" }
  }

  # A value of its own for each, known at plan time.
  mock_resource "aws_route53_zone" { defaults = {} }
  mock_resource "aws_secretsmanager_secret" { defaults = {} }
}

run "tables" {
  command = plan

  assert {
    condition     = aws_dynamodb_table.deliveries.name == "bizcomms-staging-deliveries"
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
    condition     = aws_ssm_parameter.hosted_zone_id_us_east_1.name == "/bizcomms/staging/global/hosted-zone-id"
    error_message = "routing looks for another name"
  }
}

run "keys" {
  command = plan

  assert {
    condition     = aws_kms_key.secrets_us_east_1.arn == "arn:aws:kms:us-east-1:345678901234:key/mock" && aws_kms_key.secrets_us_east_1.enable_key_rotation
    error_message = "the key of us-east-1 is elsewhere, or stays the same for ever"
  }

  assert {
    condition     = nonsensitive(aws_ssm_parameter.secrets_key_arn_us_east_1.value) == aws_kms_key.secrets_us_east_1.arn
    error_message = "us-east-1 publishes another region's key"
  }

  assert {
    condition     = nonsensitive(aws_ssm_parameter.hosted_zone_id_us_east_1.value) == aws_route53_zone.main.zone_id
    error_message = "us-east-1 publishes another zone"
  }
}

run "encryption" {
  command = plan

  assert {
    condition = alltrue([for secret in [
      aws_secretsmanager_secret.alerts_master_user,
      aws_secretsmanager_secret.api_keys,
      aws_secretsmanager_secret.database_alerts_application,
      aws_secretsmanager_secret.poller_api_key,
      aws_secretsmanager_secret.twilio,
    ] : secret.kms_key_id == aws_kms_key.secrets_us_east_1.arn])
    error_message = "a secret is encrypted with another key"
  }
}

run "table_settings" {
  command = plan

  assert {
    condition     = aws_dynamodb_table.deliveries.hash_key == "alert_id" && aws_dynamodb_table.deliveries.range_key == "recipient_channel"
    error_message = "the deliveries have other keys"
  }

  assert {
    condition = (
      aws_dynamodb_table.deliveries.ttl[0].enabled
      && aws_dynamodb_table.deliveries.ttl[0].attribute_name == "expires_at"
      && aws_dynamodb_table.deliveries.point_in_time_recovery[0].enabled
      && aws_dynamodb_table.deliveries.billing_mode == "PAY_PER_REQUEST"
    )
    error_message = "the deliveries stay for ever, can't be restored, or cost while idle"
  }

  assert {
    condition     = aws_dynamodb_table.stories.hash_key == "story_id" && aws_dynamodb_table.stories.range_key == null
    error_message = "the stories have other keys"
  }

  assert {
    condition = (
      aws_dynamodb_table.stories.ttl[0].enabled
      && aws_dynamodb_table.stories.ttl[0].attribute_name == "expires_at"
      && aws_dynamodb_table.stories.point_in_time_recovery[0].enabled
      && aws_dynamodb_table.stories.billing_mode == "PAY_PER_REQUEST"
    )
    error_message = "the stories stay for ever, can't be restored, or cost while idle"
  }
}

run "database" {
  command = plan

  assert {
    condition     = aws_secretsmanager_secret.alerts_master_user.name == "bizcomms-staging/database-alerts-master-user"
    error_message = "the primary reads the password elsewhere"
  }

  assert {
    condition = (
      aws_secretsmanager_secret_version.alerts_master_user.secret_id == aws_secretsmanager_secret.alerts_master_user.id
      && aws_secretsmanager_secret_version.alerts_master_user.secret_string == null
    )
    error_message = "the password is another secret's, or would enter the state"
  }
}
