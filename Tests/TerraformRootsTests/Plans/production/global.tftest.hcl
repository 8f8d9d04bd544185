mock_provider "aws" {
  source          = "./mocks/aws"
  override_during = plan
<<<<<<< HEAD
=======

  mock_resource "aws_dynamodb_table" {
    defaults = { arn = "arn:aws:dynamodb:us-east-1:123456789012:table/mock" }
  }

  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:us-east-1:123456789012:key/mock" }
  }

  # A value of its own for each, known at plan time.
  mock_resource "aws_route53_zone" { defaults = {} }
  mock_resource "aws_secretsmanager_secret" { defaults = {} }
>>>>>>> main
}

mock_provider "aws" {
  alias           = "us-west-1"
  source          = "./mocks/aws.us-west-1"
  override_during = plan
}

run "plan" {
  command = plan
<<<<<<< HEAD
=======

  assert {
    condition     = aws_dynamodb_table.deliveries.name == "bizcomms-production-deliveries"
    error_message = "the services look for another table"
  }

  assert {
    condition     = aws_dynamodb_table_replica.deliveries_us_west_1.global_table_arn == aws_dynamodb_table.deliveries.arn
    error_message = "the deliveries are not in both regions"
  }

  assert {
    condition     = aws_dynamodb_table_replica.stories_us_west_1.global_table_arn == aws_dynamodb_table.stories.arn
    error_message = "the stories are not in both regions"
  }

  assert {
    condition     = aws_dynamodb_table.deliveries.deletion_protection_enabled && aws_dynamodb_table_replica.deliveries_us_west_1.deletion_protection_enabled
    error_message = "a call can delete the deliveries, in one of the regions"
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

run "keys" {
  command = plan

  assert {
    condition     = aws_kms_key.secrets_us_east_1.arn == "arn:aws:kms:us-east-1:123456789012:key/mock" && aws_kms_key.secrets_us_east_1.enable_key_rotation
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

  assert {
    condition     = aws_kms_key.secrets_us_west_1.arn == "arn:aws:kms:us-west-1:123456789012:key/mock" && aws_kms_key.secrets_us_west_1.enable_key_rotation
    error_message = "the key of us-west-1 is elsewhere, or stays the same for ever"
  }

  assert {
    condition     = nonsensitive(aws_ssm_parameter.secrets_key_arn_us_west_1.value) == aws_kms_key.secrets_us_west_1.arn
    error_message = "us-west-1 publishes another region's key"
  }

  assert {
    condition     = nonsensitive(aws_ssm_parameter.hosted_zone_id_us_west_1.value) == aws_route53_zone.main.zone_id
    error_message = "us-west-1 publishes another zone"
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

  assert {
    condition = alltrue([for secret in [
      aws_secretsmanager_secret.alerts_master_user,
      aws_secretsmanager_secret.api_keys,
      aws_secretsmanager_secret.database_alerts_application,
      aws_secretsmanager_secret.poller_api_key,
      aws_secretsmanager_secret.twilio,
    ] : one(secret.replica).kms_key_id == aws_kms_key.secrets_us_west_1.arn])
    error_message = "a replica is encrypted with another region's key"
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
    condition     = aws_dynamodb_table.deliveries.stream_view_type == "NEW_AND_OLD_IMAGES" && aws_dynamodb_table_replica.deliveries_us_west_1.point_in_time_recovery
    error_message = "the deliveries can't be replicated, or not be restored there"
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

  assert {
    condition     = aws_dynamodb_table.stories.stream_view_type == "NEW_AND_OLD_IMAGES" && aws_dynamodb_table_replica.stories_us_west_1.point_in_time_recovery
    error_message = "the stories can't be replicated, or not be restored there"
  }
}

run "database" {
  command = plan

  assert {
    condition = (
      aws_rds_global_cluster.alerts.global_cluster_identifier == "bizcomms-production-alerts"
      && aws_rds_global_cluster.alerts.engine == "aurora-postgresql"
      && aws_rds_global_cluster.alerts.engine_version == "16.8"
      && aws_rds_global_cluster.alerts.database_name == "alerts"
    )
    error_message = "another global cluster than the cells join"
  }

  assert {
    condition     = aws_rds_global_cluster.alerts.storage_encrypted && aws_rds_global_cluster.alerts.deletion_protection
    error_message = "the data is open, or a call can delete it"
  }

  assert {
    condition     = aws_secretsmanager_secret.alerts_master_user.name == "bizcomms-production/database-alerts-master-user"
    error_message = "the primary reads the password elsewhere"
  }

  assert {
    condition = (
      aws_secretsmanager_secret_version.alerts_master_user.secret_id == aws_secretsmanager_secret.alerts_master_user.id
      && aws_secretsmanager_secret_version.alerts_master_user.secret_string == null
    )
    error_message = "the password is another secret's, or would enter the state"
  }
>>>>>>> main
}
