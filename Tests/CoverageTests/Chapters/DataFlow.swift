extension CoverageChapter {
  static let dataFlow = CoverageChapter(
    title: "Data flow and patterns",
    sections: [
      CoverageSection("Data Flow & Patterns"),
      CoverageSection("End-to-End Alert Flow"),
      CoverageSection("Data Consistency Model"),
      CoverageSection("Strong Consistency (Aurora)") {
        CoverageRow(
          "Used for transactional data requiring ACID guarantees:",
          also: [
            "- Alerts table: Alert metadata, status, created_at",
            "- Recipients table: Phone numbers, preferences, active status",
          ],
          nil,
          .use1("aws_rds_cluster.alerts", ["database_name": "alerts"]),
          .values("services.api", ["env[name=BIZCOMMS_DATABASE_ALERTS_NAME].value": "alerts"]),
          shownBy: "migrations run once, and several migrators at a time do no harm",
          "a recipient comes back as it was created")
        CoverageRow(
          "- Replication: Aurora Global Database (<1 second lag)",
          "asynchronous between regions; an alarm tells of more than five seconds, in milliseconds",
          .cells(
            "aws_rds_cluster.alerts", ["global_cluster_identifier": "bizcomms-production-alerts"]),
          .cells(
            "aws_cloudwatch_metric_alarm.alerts_aurora_global_replication_lag",
            [
              "threshold": 5_000,
              "metric_query[0].expression":
                "SELECT MAX(AuroraGlobalDBReplicationLag) FROM SCHEMA(\"AWS/RDS\", DBClusterIdentifier, SourceRegion) WHERE DBClusterIdentifier = 'bizcomms-<cell>-alerts'",
            ]))
      },
      CoverageSection("Eventual Consistency (DynamoDB)") {
        CoverageRow(
          "Used for high-volume, time-series data:\n- Delivery status: Twilio SID, status, timestamps",
          nil,
          .global(
            "aws_dynamodb_table.deliveries",
            [
              "name": "bizcomms-production-deliveries",
              "attribute[name=alert_id].type": "S", "attribute[name=recipient_channel].type": "S",
            ]))
        CoverageRow(
          "- Replication: DynamoDB Global Tables (typically <1 second)", nil,
          .global(
            "aws_dynamodb_table.deliveries",
            ["stream_enabled": true, "stream_view_type": "NEW_AND_OLD_IMAGES"]),
          .global(
            "aws_dynamodb_table_replica.deliveries_us_west_1",
            [
              "provider": "aws.us-west-1",
              "global_table_arn": "${aws_dynamodb_table.deliveries.arn}",
            ]))
        CoverageRow(
          "- TTL: Auto-delete records after 30 days",
          "the table deletes what its attribute says, and services write the 30 days",
          .global(
            "aws_dynamodb_table.deliveries",
            ["ttl.enabled": true, "ttl.attribute_name": "expires_at"]))
      },
      CoverageSection("Messaging Patterns"),
      CoverageSection("1. Fan-Out Pattern (SNS → SQS)") {
        CoverageRow(
          "alert-events] SNS --> SQS1[SQS Queue:\nalert-processing]", nil,
          .cells("aws_sns_topic.alert_events", ["name": "bizcomms-<cell>-alert-events"]),
          .cells("aws_sqs_queue.alert_processing", ["name": "bizcomms-<cell>-alert-processing"]),
          .cells(
            "aws_sns_topic_subscription.alert_processing",
            [
              "topic_arn": "${aws_sns_topic.alert_events.arn}", "protocol": "sqs",
              "endpoint": "${aws_sqs_queue.alert_processing.arn}", "raw_message_delivery": true,
              "redrive_policy.deadLetterTargetArn": "${aws_sqs_queue.alert_processing_dlq.arn}",
            ]),
          .cells(
            "aws_sqs_queue_policy.alert_processing",
            [
              "policy.Statement[Principal.Service=sns.amazonaws.com].Action": ["sqs:SendMessage"],
              "policy.Statement[Principal.Service=sns.amazonaws.com].Condition.ArnEquals[\"aws:SourceArn\"]":
                "${aws_sns_topic.alert_events.arn}",
            ]))
        CoverageRow(
          "SNS -.Future.-> SQS2[SQS Queue:\nanalytics]",
          "here already; its readers are not built yet",
          .cells(
            "aws_sns_topic_subscription.analytics",
            [
              "topic_arn": "${aws_sns_topic.alert_events.arn}",
              "endpoint": "${aws_sqs_queue.analytics.arn}", "protocol": "sqs",
            ]),
          .cells(
            "aws_sqs_queue.analytics",
            [
              "name": "bizcomms-<cell>-analytics", "visibility_timeout_seconds": 30,
              "message_retention_seconds": 345_600, "redrive_policy.maxReceiveCount": 3,
            ]),
          .cells(
            "aws_sqs_queue.analytics_dlq",
            ["name": "bizcomms-<cell>-analytics-dlq", "message_retention_seconds": 1_209_600]))
        CoverageRow(
          "SNS -.Future.-> SQS3[SQS Queue:\nwebhooks]",
          "here already; its readers are not built yet",
          .cells(
            "aws_sns_topic_subscription.webhooks",
            [
              "topic_arn": "${aws_sns_topic.alert_events.arn}",
              "endpoint": "${aws_sqs_queue.webhooks.arn}", "protocol": "sqs",
            ]),
          .cells(
            "aws_sqs_queue.webhooks",
            [
              "name": "bizcomms-<cell>-webhooks", "visibility_timeout_seconds": 30,
              "message_retention_seconds": 345_600, "redrive_policy.maxReceiveCount": 3,
            ]),
          .cells(
            "aws_sqs_queue.webhooks_dlq",
            ["name": "bizcomms-<cell>-webhooks-dlq", "message_retention_seconds": 1_209_600]))
      },
      CoverageSection("2. At-Least-Once Delivery") {
        CoverageRow(
          "SQS guarantees at-least-once delivery with these mechanisms:\n- Visibility Timeout: 30 seconds (message hidden during processing)",
          "a worker that needs longer asks for it",
          .cells("aws_sqs_queue.alert_processing", ["visibility_timeout_seconds": 30]),
          .cells(
            "aws_iam_role_policy.worker",
            [
              "policy.Statement[Resource[0]=arn:aws:sqs:<region>:123456789012:bizcomms-<cell>-alert-processing].Action":
                .includes("sqs:ChangeMessageVisibility")
            ]))
        CoverageRow(
          "- Max Receive Count: 3 attempts before moving to DLQ", nil,
          .cells("aws_sqs_queue.alert_processing", ["redrive_policy.maxReceiveCount": 3]))
        CoverageRow(
          "- Message Retention: 14 days",
          "14 days in the dead-letter queue and 4 in the main one: a message keeps its first clock "
            + "when it moves, and would otherwise expire at once",
          .cells("aws_sqs_queue.alert_processing_dlq", ["message_retention_seconds": 1_209_600]),
          .cells("aws_sqs_queue.alert_processing", ["message_retention_seconds": 345_600]))
        CoverageRow(
          "- Dead Letter Queue: Failed messages for investigation", nil,
          .cells(
            "aws_sqs_queue.alert_processing_dlq",
            ["name": "bizcomms-<cell>-alert-processing-dlq"]),
          .cells(
            "aws_cloudwatch_metric_alarm.alert_processing_dlq",
            ["alarm_actions": ["${aws_sns_topic.alarms.arn}"]]))
      },
      CoverageSection("3. Idempotency") {
        CoverageRow(
          .lines(
            "# Worker ensures idempotent processing",
            through: "store_delivery_status(message_id, status)"),
          "one item for each alert, recipient and channel, not for each message",
          .global(
            "aws_dynamodb_table.deliveries",
            ["hash_key": "alert_id", "range_key": "recipient_channel"]),
          .cells(
            "aws_iam_role_policy.worker",
            [
              "policy.Statement[Resource[0]=arn:aws:dynamodb:<region>:123456789012:table/bizcomms-production-deliveries].Action":
                .includes("dynamodb:ConditionCheckItem")
            ]),
          shownBy: "everybody is sent every alert once, wherever the cell is killed",
          "an event comes as often as it likes")
      },
      CoverageSection("Regional Failover") {
        CoverageRow(
          "PRIMARY\n✓ Healthy] R53_N -.Standby.-> USW1_N[us-west-1\nSECONDARY]",
          "the primary answers while its own check and the standby's switch both say so",
          .routing(
            "aws_route53_record.primary",
            [
              "failover_routing_policy.type": "PRIMARY", "set_identifier": "primary",
              "health_check_id": "${aws_route53_health_check.primary.id}",
              "alias.evaluate_target_health": true,
            ]),
          .routing(
            "aws_route53_health_check.primary",
            [
              "type": "CALCULATED", "child_health_threshold": 2,
              "child_healthchecks": [
                "${aws_route53_health_check.cell_use1_01.id}",
                "${aws_route53_health_check.takeover.id}",
              ],
            ]),
          .routing(
            "aws_route53_record.standby",
            [
              "failover_routing_policy.type": "SECONDARY", "set_identifier": "standby",
              "health_check_id": "${aws_route53_health_check.cell_usw1_01.id}",
              "alias.evaluate_target_health": true,
            ]))
        CoverageRow(
          "-.Failed.-> USE1_F[us-east-1\n✗ Unhealthy] R53_F --> USW1_F[us-west-1\nPROMOTED\n✓ Healthy]",
          "no record changes then: Route 53 is changed in us-east-1 only. The standby can also take over "
            + "by a metric in its own region",
          .routing(
            "aws_route53_health_check.takeover",
            [
              "type": "CLOUDWATCH_METRIC", "cloudwatch_alarm_region": "us-west-1",
              "cloudwatch_alarm_name": "bizcomms-cell-usw1-01-takeover",
              "insufficient_data_health_status": "LastKnownStatus",
            ]),
          .usw1(
            "aws_cloudwatch_metric_alarm.takeover",
            [
              "alarm_name": "bizcomms-cell-usw1-01-takeover", "namespace": "BizComms/Failover",
              "metric_name": "TakeOver", "threshold": 1, "treat_missing_data": "ignore",
            ]))
      },
      CoverageSection("Failover Process:") {
        CoverageRow(
          "- Route53 health check detects primary region failure", nil,
          .routing(
            "aws_route53_health_check.cell_use1_01",
            [
              "fqdn": "cell-use1-01.api.bizcomms.example.com", "request_interval": 30,
              "failure_threshold": 3,
            ]))
        CoverageRow(
          "- DNS automatically routes traffic to secondary region", nil,
          .routing(
            "aws_route53_record.standby",
            [
              "failover_routing_policy.type": "SECONDARY",
              "alias.name": "cell-usw1-01.api.bizcomms.example.com",
            ]))
        CoverageRow(
          "- Aurora Global Database promotes secondary to primary (manual)",
          "what a switchover changes is left as it is found: no apply detaches or replaces a cluster",
          .cells(
            "aws_rds_cluster.alerts",
            [
              "lifecycle.ignore_changes": [
                "database_name", "engine_version", "global_cluster_identifier", "master_username",
                "replication_source_identifier", "source_region",
              ]
            ]))
        CoverageRow(
          "- Applications in secondary region continue serving requests",
          "also before a promotion: the standby's cluster forwards writes",
          .cells("aws_rds_cluster.alerts", ["enable_global_write_forwarding": true]),
          .usw1("aws_rds_cluster_instance.alerts_1", ["instance_class": "db.r6g.large"]),
          .usw1("aws_rds_cluster_instance.alerts_2", ["instance_class": "db.r6g.large"]))
      },
    ])
}
