extension CoverageChapter {
  static let dataParts = CoverageChapter(
    title: "Data and messages: what the overview leaves open",
    sections: [
      CoverageSection("Database") {
        CoverageRow(
          part: "Measured, in a subnet of its own, its log kept for 30 days",
          .cells(
            "aws_rds_cluster_instance.alerts_1",
            [
              "monitoring_interval": 60, "performance_insights_enabled": true,
              "auto_minor_version_upgrade": false, "promotion_tier": 0,
            ]),
          .cells(
            "aws_rds_cluster_instance.alerts_2",
            [
              "monitoring_interval": 60, "performance_insights_enabled": true,
              "auto_minor_version_upgrade": false,
            ]),
          .cells(
            "aws_iam_role.database_monitoring",
            ["assume_role_policy.Statement[0].Principal.Service": "monitoring.rds.amazonaws.com"]),
          .cells(
            "aws_iam_role_policy_attachment.database_monitoring",
            [
              "role": "${aws_iam_role.database_monitoring.name}",
              "policy_arn": "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
            ]),
          .cells(
            "aws_cloudwatch_log_group.alerts",
            ["name": "/aws/rds/cluster/bizcomms-<cell>-alerts/postgresql", "retention_in_days": 30]),
          .cells(
            "aws_kms_alias.alerts",
            [
              "name": "alias/bizcomms-<cell>-alerts",
              "target_key_id": "${aws_kms_key.alerts.key_id}",
            ]))
        CoverageRow(
          part: "Protected against being destroyed",
          .cells(
            "aws_rds_cluster.alerts",
            ["deletion_protection": true, "lifecycle.prevent_destroy": true]))
        CoverageRow(
          part: "The master user is read where it is needed, and by no service",
          .use1(
            "ephemeral.aws_secretsmanager_secret_version.alerts_master_user",
            ["secret_id": "bizcomms-production/database-alerts-master-user"]),
          .cells(
            "data.aws_ssm_parameter.secrets_key_arn",
            ["name": "/bizcomms/production/global/secrets-key-arn"]))
      },
      CoverageSection("Messages") {
        CoverageRow(
          part: "Encrypted, and refused in clear text",
          .cells(
            "aws_kms_alias.messaging",
            [
              "name": "alias/bizcomms-<cell>-messaging",
              "target_key_id": "${aws_kms_key.messaging.key_id}",
            ]),
          .cells(
            "aws_sns_topic.alert_events", ["kms_master_key_id": "${aws_kms_key.messaging.arn}"]),
          .cells(
            "aws_sns_topic.delivery_status", ["kms_master_key_id": "${aws_kms_key.messaging.arn}"]),
          .cells(
            "aws_sqs_queue.alert_processing", ["kms_master_key_id": "${aws_kms_key.messaging.arn}"]),
          .cells(
            "aws_sqs_queue.alert_processing_dlq",
            ["kms_master_key_id": "${aws_kms_key.messaging.arn}"]),
          .cells("aws_sqs_queue.analytics", ["kms_master_key_id": "${aws_kms_key.messaging.arn}"]),
          .cells(
            "aws_sqs_queue.analytics_dlq", ["kms_master_key_id": "${aws_kms_key.messaging.arn}"]),
          .cells("aws_sqs_queue.webhooks", ["kms_master_key_id": "${aws_kms_key.messaging.arn}"]),
          .cells(
            "aws_sqs_queue.webhooks_dlq", ["kms_master_key_id": "${aws_kms_key.messaging.arn}"]),
          .cells(
            "aws_sns_topic_policy.delivery_status",
            ["policy.Statement[Effect=Deny].Condition.Bool[\"aws:SecureTransport\"]": "false"]),
          .cells(
            "aws_sqs_queue_policy.alert_processing_dlq",
            ["policy.Statement[Effect=Deny].Condition.Bool[\"aws:SecureTransport\"]": "false"]),
          .cells(
            "aws_sqs_queue_policy.analytics",
            ["policy.Statement[Effect=Deny].Condition.Bool[\"aws:SecureTransport\"]": "false"]),
          .cells(
            "aws_sqs_queue_policy.analytics_dlq",
            ["policy.Statement[Effect=Deny].Condition.Bool[\"aws:SecureTransport\"]": "false"]),
          .cells(
            "aws_sqs_queue_policy.webhooks",
            ["policy.Statement[Effect=Deny].Condition.Bool[\"aws:SecureTransport\"]": "false"]),
          .cells(
            "aws_sqs_queue_policy.webhooks_dlq",
            ["policy.Statement[Effect=Deny].Condition.Bool[\"aws:SecureTransport\"]": "false"]))
        CoverageRow(
          part: "Only its own queue fails into a dead-letter queue",
          .cells(
            "aws_sqs_queue_redrive_allow_policy.analytics_dlq",
            [
              "redrive_allow_policy.redrivePermission": "byQueue",
              "redrive_allow_policy.sourceQueueArns": [
                "arn:aws:sqs:<region>:123456789012:bizcomms-<cell>-analytics"
              ],
            ]),
          .cells(
            "aws_sqs_queue_redrive_allow_policy.webhooks_dlq",
            [
              "redrive_allow_policy.redrivePermission": "byQueue",
              "redrive_allow_policy.sourceQueueArns": [
                "arn:aws:sqs:<region>:123456789012:bizcomms-<cell>-webhooks"
              ],
            ]))
        CoverageRow(
          part: "Found by whoever reads the state",
          .cells(
            "output.alert_processing_queue_url", ["value": "${aws_sqs_queue.alert_processing.url}"]),
          .cells("output.analytics_queue_url", ["value": "${aws_sqs_queue.analytics.url}"]),
          .cells("output.webhooks_queue_url", ["value": "${aws_sqs_queue.webhooks.url}"]))
      },
    ])
}
