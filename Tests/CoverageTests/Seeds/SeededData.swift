extension Seed {
  /// Of databases, tables, messages, secrets and what protects them.
  static let data: [Seed] = [
    Seed(
      .use1, "aws_rds_cluster_parameter_group.alerts", "parameter[name=rds.force_ssl]"),
    Seed(.usw1, "aws_rds_cluster.alerts", "backup_retention_period", .made(1)),
    Seed(.usw1, "aws_rds_cluster.alerts", "enable_global_write_forwarding"),
    Seed(.global, "aws_dynamodb_table.deliveries", "ttl"),
    Seed(.global, "aws_dynamodb_table.stories", "point_in_time_recovery"),
    Seed(.global, "aws_dynamodb_table_replica.deliveries_us_west_1"),
    Seed(
      .global, "aws_dynamodb_table_replica.stories_us_west_1", "deletion_protection_enabled"),
    Seed(.use1, "aws_s3_bucket_public_access_block.log_archive"),
    Seed(
      .usw1, "aws_s3_bucket_lifecycle_configuration.log_archive", "rule[id=archive].transition"),
    Seed(.use1, "aws_sqs_queue.alert_processing", "redrive_policy"),
    Seed(.usw1, "aws_sns_topic_subscription.alert_processing"),
    Seed(.global, "aws_kms_key.secrets_us_west_1", "enable_key_rotation", .made(false)),
    Seed(.global, "aws_secretsmanager_secret.twilio", "replica"),
    Seed(
      .global, "aws_iam_role.deploy",
      "assume_role_policy.Statement[0].Condition.StringEquals[\"token.actions.githubusercontent.com:sub\"]"
    ),
    Seed(.staging, "aws_rds_cluster_instance.alerts_2"),
    Seed(.global, "aws_cloudtrail.main"),
    Seed(.backend, "aws_s3_bucket_versioning.us_west_1"),
  ]
}
