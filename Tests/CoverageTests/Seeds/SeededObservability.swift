extension Seed {
  /// Of logs, dashboards, alarms and tags.
  static let observability: [Seed] = [
    Seed(.use1, "aws_cloudwatch_log_group.api_debug", "retention_in_days", .made(30)),
    Seed(
      .usw1, "aws_cloudwatch_metric_alarm.alerts_aurora_high_cpu", "alarm_actions", .made([])),
    Seed(.use1, "aws_cloudwatch_metric_alarm.sqs_queue_backup"),
    Seed(
      .use1, "aws_cloudwatch_dashboard.api",
      "dashboard_body.widgets[properties.title=Latency].properties.metrics[[6].stat=p95]"),
    Seed(.usw1, "aws_cloudwatch_query_definition.server_errors"),
    Seed(.use1, "aws_sns_topic_subscription.alarms_1"),
    Seed(.usw1, "provider.aws", "[0].default_tags.tags.owner"),
    Seed(.backend, "provider.aws", "[1].default_tags.tags.cell"),
    Seed(.development, "aws_cloudwatch_metric_alarm.poller_failed_rounds"),
  ]

  static let all = network + compute + data + observability
}
