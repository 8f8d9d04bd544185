extension CoverageChapter {
  static let watchParts = CoverageChapter(
    title: "Logs, alarms and tags: what the overview leaves open",
    sections: [
      CoverageSection("Logs") {
        CoverageRow(
          part: "The log archive: private, under a key, written by Firehose",
          .cells(
            "aws_s3_bucket_public_access_block.log_archive",
            [
              "block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true,
              "restrict_public_buckets": true,
            ]),
          .cells(
            "aws_s3_bucket_versioning.log_archive", ["versioning_configuration.status": "Enabled"]),
          .cells("aws_s3_bucket.log_archive", ["lifecycle.prevent_destroy": true]),
          .cells(
            "aws_kms_alias.logs",
            ["name": "alias/bizcomms-<cell>-logs", "target_key_id": "${aws_kms_key.logs.key_id}"]),
          .cells(
            "aws_iam_role.log_archive",
            ["assume_role_policy.Statement[0].Principal.Service": "firehose.amazonaws.com"]),
          .cells(
            "aws_iam_role_policy.log_archive",
            ["policy.Statement[1].Resource": ["${aws_s3_bucket.log_archive.arn}/*"]]),
          .cells(
            "aws_iam_role.log_subscription",
            ["assume_role_policy.Statement[0].Principal.Service": "logs.amazonaws.com"]),
          .cells(
            "aws_iam_role_policy.log_subscription",
            [
              "policy.Statement[0].Action": ["firehose:PutRecord", "firehose:PutRecordBatch"],
              "policy.Statement[1].Action": ["kms:Decrypt", "kms:GenerateDataKey"],
            ]),
          .cells(
            "aws_cloudwatch_log_group.log_archive_errors",
            ["name": "/aws/kinesisfirehose/bizcomms-<cell>-logs", "retention_in_days": 30]),
          .cells(
            "aws_cloudwatch_log_stream.log_archive_errors",
            ["log_group_name": "${aws_cloudwatch_log_group.log_archive_errors.name}"]),
          .cells(
            "aws_cloudwatch_metric_alarm.log_archive_delay",
            [
              "metric_name": "DeliveryToS3.DataFreshness", "threshold": 3600,
              "alarm_actions": ["${aws_sns_topic.alarms.arn}"],
            ]),
          .cells(
            "aws_cloudwatch_metric_alarm.api_log_delivery_errors",
            [
              "metric_query[0].expression":
                "SELECT SUM(DeliveryErrors) FROM \"AWS/Logs\" WHERE FilterName = 'bizcomms-<cell>-api-archive'",
              "threshold": 0, "alarm_actions": ["${aws_sns_topic.alarms.arn}"],
            ]),
          .cells(
            "aws_cloudwatch_metric_alarm.poller_log_delivery_errors",
            ["threshold": 0, "alarm_actions": ["${aws_sns_topic.alarms.arn}"]]),
          .cells(
            "aws_cloudwatch_metric_alarm.worker_log_delivery_errors",
            ["threshold": 0, "alarm_actions": ["${aws_sns_topic.alarms.arn}"]]))
        CoverageRow(
          part: "The load balancer's log: private, to Glacier after 90 days, gone a year later",
          .cells(
            "aws_lb.main",
            [
              "access_logs.enabled": true,
              "access_logs.bucket": "${aws_s3_bucket.load_balancer_logs.id}",
              "connection_logs.enabled": true,
            ]),
          .cells(
            "aws_s3_bucket.load_balancer_logs",
            ["bucket": "bizcomms-<cell>-123456789012-alb-logs", "lifecycle.prevent_destroy": true]),
          .cells(
            "aws_s3_bucket_public_access_block.load_balancer_logs",
            [
              "block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true,
              "restrict_public_buckets": true,
            ]),
          .cells(
            "aws_s3_bucket_versioning.load_balancer_logs",
            ["versioning_configuration.status": "Enabled"]),
          .cells(
            "aws_s3_bucket_lifecycle_configuration.load_balancer_logs",
            [
              "rule[0].transition[0].days": 90, "rule[0].transition[0].storage_class": "GLACIER",
              "rule[0].expiration[0].days": 455,
            ]),
          .cells(
            "aws_s3_bucket_policy.load_balancer_logs",
            [
              "policy.Statement[Effect=Deny].Condition.Bool[\"aws:SecureTransport\"]": "false",
              "policy.Statement[Effect=Allow].Principal.Service":
                "logdelivery.elasticloadbalancing.amazonaws.com",
            ]))
        CoverageRow(
          part: "The firewall's log and the flow log",
          .cells(
            "aws_cloudwatch_log_group.firewall",
            ["name": "aws-waf-logs-bizcomms-<cell>", "retention_in_days": 30]),
          .cells(
            "aws_wafv2_web_acl_logging_configuration.main",
            ["log_destination_configs": ["${aws_cloudwatch_log_group.firewall.arn}"]]),
          .cells(
            "aws_iam_role.flow_logs",
            ["assume_role_policy.Statement[0].Principal.Service": "vpc-flow-logs.amazonaws.com"]),
          .cells(
            "aws_iam_role_policy.flow_logs",
            ["policy.Statement[0].Resource": ["${aws_cloudwatch_log_group.flow_logs.arn}:*"]]))
        CoverageRow(
          part: "Saved queries",
          .cells(
            "aws_cloudwatch_query_definition.errors", ["name": "bizcomms-<cell>/errors by service"]),
          .cells(
            "aws_cloudwatch_query_definition.slow_requests",
            ["name": "bizcomms-<cell>/requests over a second"]),
          .cells(
            "aws_cloudwatch_query_definition.alert_deliveries",
            ["name": "bizcomms-<cell>/deliveries of an alert"]))
      },
      CoverageSection("Alarms") {
        CoverageRow(
          part: "A topic under a key that CloudWatch may use",
          .cells(
            "aws_sns_topic.alarms",
            ["name": "bizcomms-<cell>-alarms", "kms_master_key_id": "${aws_kms_key.alarms.arn}"]),
          .cells(
            "aws_kms_alias.alarms",
            [
              "name": "alias/bizcomms-<cell>-alarms",
              "target_key_id": "${aws_kms_key.alarms.key_id}",
            ]),
          .cells(
            "aws_kms_key.alarms",
            ["policy.Statement[1].Principal.Service": "cloudwatch.amazonaws.com"]),
          .cells(
            "aws_sns_topic_policy.alarms",
            [
              "policy.Statement[Principal.Service=cloudwatch.amazonaws.com].Action": [
                "sns:Publish"
              ], "policy.Statement[Effect=Deny].Condition.Bool[\"aws:SecureTransport\"]": "false",
            ]))
        CoverageRow(
          part: "Alarms beside the overview's five",
          .cells(
            "aws_cloudwatch_metric_alarm.sqs_old_message",
            [
              "metric_name": "ApproximateAgeOfOldestMessage", "threshold": 600,
              "alarm_actions": ["${aws_sns_topic.alarms.arn}"],
            ]),
          .cells(
            "aws_cloudwatch_metric_alarm.analytics_dlq",
            [
              "dimensions.QueueName": "bizcomms-<cell>-analytics-dlq", "threshold": 0,
              "alarm_actions": ["${aws_sns_topic.alarms.arn}"],
            ]),
          .cells(
            "aws_cloudwatch_metric_alarm.webhooks_dlq",
            [
              "dimensions.QueueName": "bizcomms-<cell>-webhooks-dlq", "threshold": 0,
              "alarm_actions": ["${aws_sns_topic.alarms.arn}"],
            ]),
          .cells(
            "aws_cloudwatch_metric_alarm.takeover",
            [
              "alarm_name": "bizcomms-<cell>-takeover", "metric_name": "TakeOver",
              "dimensions.Cell": "<cell>",
            ]),
          .routing(
            "aws_cloudwatch_metric_alarm.takeover",
            [
              "alarm_name": "bizcomms-production Takeover", "metric_name": "HealthCheckStatus",
              "dimensions.HealthCheckId": "${aws_route53_health_check.takeover.id}",
              "alarm_actions": ["${aws_sns_topic.fleet.arn}"],
            ]))
      },
      CoverageSection("Tags") {
        CoverageRow(
          part: "Everything says whose it is",
          .cells(
            "provider.aws",
            [
              "[0].default_tags.tags.environment": "production",
              "[0].default_tags.tags.cell": "<cell>", "[0].default_tags.tags.owner": "platform",
              "[0].default_tags.tags.application": "bizcomms",
            ]),
          .global(
            "provider.aws",
            [
              "[0].default_tags.tags.environment": "production",
              "[0].default_tags.tags.cell": "shared", "[0].default_tags.tags.owner": "platform",
              "[1].default_tags.tags.environment": "production",
              "[1].default_tags.tags.cell": "shared", "[1].default_tags.tags.owner": "platform",
            ]),
          .routing(
            "provider.aws",
            [
              "[0].default_tags.tags.environment": "production",
              "[0].default_tags.tags.cell": "shared", "[0].default_tags.tags.owner": "platform",
            ]),
          .backend(
            "provider.aws",
            [
              "[0].default_tags.tags.environment": "production",
              "[0].default_tags.tags.cell": "shared", "[0].default_tags.tags.owner": "platform",
              "[1].default_tags.tags.environment": "production",
              "[1].default_tags.tags.cell": "shared", "[1].default_tags.tags.owner": "platform",
            ]),
          .cells("aws_vpc.main", ["tags.component": "network"]),
          .cells(
            "aws_launch_template.general",
            [
              "tag_specifications[resource_type=instance].tags": [
                "Name": "bizcomms-<cell>-general", "application": "bizcomms", "cell": "<cell>",
                "component": "cluster", "environment": "production", "managed-by": "terraform",
                "owner": "platform",
              ],
              "tag_specifications[resource_type=volume].tags.cell": "<cell>",
              "tag_specifications[resource_type=volume].tags.owner": "platform",
              "tag_specifications[resource_type=network-interface].tags.cell": "<cell>",
              "tag_specifications[resource_type=network-interface].tags.owner": "platform",
            ]),
          .cells(
            "aws_eks_addon.aws_ebs_csi_driver",
            [
              "configuration_values.controller.extraVolumeTags": [
                "application": "bizcomms", "cell": "<cell>", "component": "cluster",
                "environment": "production", "managed-by": "terraform", "owner": "platform",
              ]
            ]))
      },
    ])
}
