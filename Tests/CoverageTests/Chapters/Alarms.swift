extension CoverageChapter {
  static let alarms = CoverageChapter(
    title: "Monitoring and observability: alarms, logs, health",
    sections: [
      CoverageSection("CloudWatch Alarms") {
        CoverageRow(
          "| API High Error Rate | 5xx errors | > 10/minute | SNS notification |", nil,
          .cells(
            "aws_cloudwatch_metric_alarm.api_high_error_rate",
            [
              "alarm_name": "bizcomms-<cell> API High Error Rate",
              "metric_name": "ServerErrorCount", "dimensions.Service": "api",
              "comparison_operator": "GreaterThanThreshold", "threshold": 10, "period": 60,
              "statistic": "Sum", "evaluation_periods": 1,
              "alarm_actions": ["${aws_sns_topic.alarms.arn}"],
              "ok_actions": ["${aws_sns_topic.alarms.arn}"],
            ]))
        CoverageRow(
          "| SQS Queue Backup | Queue depth | > 100 messages | SNS + Auto-scale workers |",
          "workers scale by the depth itself, one for each 100 messages, before the alarm rings",
          .cells(
            "aws_cloudwatch_metric_alarm.sqs_queue_backup",
            [
              "alarm_name": "bizcomms-<cell> SQS Queue Backup",
              "metric_name": "ApproximateNumberOfMessagesVisible",
              "dimensions.QueueName": "bizcomms-<cell>-alert-processing",
              "comparison_operator": "GreaterThanThreshold", "threshold": 100, "period": 60,
              "alarm_actions": ["${aws_sns_topic.alarms.arn}"],
              "ok_actions": ["${aws_sns_topic.alarms.arn}"],
            ]),
          .values(
            "services.worker",
            [
              "autoscaling.queueURL":
                "https://sqs.<region>.amazonaws.com/123456789012/bizcomms-<cell>-alert-processing",
              "autoscaling.targetMessagesPerReplica": 100, "autoscaling.minReplicas": 2,
              "autoscaling.maxReplicas": 20,
            ]),
          .cells(
            "aws_iam_role_policy.keda",
            [
              "policy.Statement[0].Action": ["sqs:GetQueueAttributes"],
              "policy.Statement[0].Resource": [
                "arn:aws:sqs:<region>:123456789012:bizcomms-<cell>-alert-processing"
              ],
            ]))
        CoverageRow(
          "| Aurora High CPU | CPU utilization | > 80% | SNS notification |",
          "for five minutes, of the busiest instance",
          .cells(
            "aws_cloudwatch_metric_alarm.alerts_aurora_high_cpu",
            [
              "alarm_name": "bizcomms-<cell>-alerts Aurora High CPU",
              "metric_name": "CPUUtilization",
              "dimensions.DBClusterIdentifier": "bizcomms-<cell>-alerts",
              "comparison_operator": "GreaterThanThreshold", "threshold": 80,
              "statistic": "Maximum", "evaluation_periods": 5,
              "alarm_actions": ["${aws_sns_topic.alarms.arn}"],
              "ok_actions": ["${aws_sns_topic.alarms.arn}"],
            ]))
        CoverageRow(
          "| Aurora Replication Lag | Replication lag | > 5 seconds | SNS notification |",
          "in milliseconds; one alarm in the region and one across regions",
          .cells(
            "aws_cloudwatch_metric_alarm.alerts_aurora_replication_lag",
            [
              "alarm_name": "bizcomms-<cell>-alerts Aurora Replication Lag",
              "metric_name": "AuroraReplicaLagMaximum", "threshold": 5_000,
              "comparison_operator": "GreaterThanThreshold",
              "alarm_actions": ["${aws_sns_topic.alarms.arn}"],
              "ok_actions": ["${aws_sns_topic.alarms.arn}"],
            ]),
          .cells(
            "aws_cloudwatch_metric_alarm.alerts_aurora_global_replication_lag",
            [
              "alarm_name": "bizcomms-<cell>-alerts Aurora Replication Lag Across Regions",
              "threshold": 5_000, "comparison_operator": "GreaterThanThreshold",
              "alarm_actions": ["${aws_sns_topic.alarms.arn}"],
              "ok_actions": ["${aws_sns_topic.alarms.arn}"],
            ]))
        CoverageRow(
          "| EKS Node Failure | Node count | < 2 nodes | SNS notification |", nil,
          .cells(
            "aws_cloudwatch_metric_alarm.eks_node_failure",
            [
              "alarm_name": "bizcomms-<cell> EKS Node Failure",
              "metric_name": "cluster_node_count", "dimensions.ClusterName": "bizcomms-<cell>-eks",
              "comparison_operator": "LessThanThreshold", "threshold": 2, "statistic": "Minimum",
              "treat_missing_data": "breaching",
              "alarm_actions": ["${aws_sns_topic.alarms.arn}"],
              "ok_actions": ["${aws_sns_topic.alarms.arn}"],
            ]))
      },
      CoverageSection("Log Aggregation") {
        CoverageRow(
          "# Query API logs for errors\naws logs tail /aws/eks/bizcomms-cell-use1-01/api --follow \\\n--filter-pattern \"ERROR\"",
          "the level stands in every line under this name, and is counted",
          .cells("aws_cloudwatch_log_group.api", ["name": "/aws/eks/bizcomms-<cell>/api"]),
          .cells(
            "aws_cloudwatch_log_metric_filter.api",
            [
              "pattern": "{ ($.level = \"ERROR\") || ($.level = \"CRITICAL\") }",
              "log_group_name": "${aws_cloudwatch_log_group.api.name}",
            ]))
        CoverageRow(
          "# CloudWatch Insights query\nfields @timestamp, @message\n| filter @message like /5xx/\n| stats count() by bin(5m)",
          "by the status that a line holds, for no line says 5xx",
          .cells(
            "aws_cloudwatch_query_definition.server_errors",
            [
              "name": "bizcomms-<cell>/5xx answers",
              "query_string":
                "fields @timestamp, @message\n| filter status >= 500\n| stats count() by bin(5m)",
              "log_group_names": ["/aws/eks/bizcomms-<cell>/api"],
            ]))
      },
      CoverageSection("Health Checks"),
      CoverageSection("Kubernetes Probes") {
        CoverageRow(
          "# Liveness Probe\nlivenessProbe:\nhttpGet:\npath: /health\nport: 8000\ninitialDelaySeconds: 30\nperiodSeconds: 10",
          "`/livez`: a pod must not be restarted because its database is away; `/health` is for people and "
            + "Route 53",
          .values(
            "services.api",
            [
              "livenessProbe.httpGet.path": "/livez", "livenessProbe.httpGet.port": 8_000,
              "livenessProbe.initialDelaySeconds": 30, "livenessProbe.periodSeconds": 10,
            ]),
          .values(
            "services.worker",
            [
              "livenessProbe.httpGet.path": "/livez", "livenessProbe.initialDelaySeconds": 30,
              "livenessProbe.periodSeconds": 10,
            ]),
          .values(
            "services.poller",
            [
              "livenessProbe.httpGet.path": "/livez", "livenessProbe.initialDelaySeconds": 30,
              "livenessProbe.periodSeconds": 10,
            ]))
        CoverageRow(
          "# Readiness Probe\nreadinessProbe:\nhttpGet:\npath: /health\nport: 8000\ninitialDelaySeconds: 10\nperiodSeconds: 5",
          "`/readyz`, which the load balancer asks for as well",
          .values(
            "services.api",
            [
              "readinessProbe.httpGet.path": "/readyz", "readinessProbe.httpGet.port": 8_000,
              "readinessProbe.initialDelaySeconds": 10, "readinessProbe.periodSeconds": 5,
            ]),
          .values(
            "services.worker",
            [
              "readinessProbe.httpGet.path": "/readyz", "readinessProbe.initialDelaySeconds": 10,
              "readinessProbe.periodSeconds": 5,
            ]),
          .values(
            "services.poller",
            [
              "readinessProbe.httpGet.path": "/readyz", "readinessProbe.initialDelaySeconds": 10,
              "readinessProbe.periodSeconds": 5,
            ]),
          .cells("aws_lb_target_group.api", ["health_check.path": "/readyz"]))
      },
      CoverageSection("Route53 Health Checks") {
        CoverageRow(
          "- Endpoint:\nhttps://api.bizcomms.example.com/health",
          "each cell at its own name: a check of the shared one would always ask the cell that answers",
          .routing(
            "aws_route53_health_check.cell_use1_01",
            [
              "type": "HTTPS", "fqdn": "cell-use1-01.api.bizcomms.example.com", "port": 443,
              "resource_path": "/health",
            ]),
          .routing(
            "aws_route53_health_check.cell_usw1_01",
            [
              "type": "HTTPS", "fqdn": "cell-usw1-01.api.bizcomms.example.com", "port": 443,
              "resource_path": "/health",
            ]))
        CoverageRow(
          "- Interval: 30 seconds", nil,
          .routing("aws_route53_health_check.cell_use1_01", ["request_interval": 30]),
          .routing("aws_route53_health_check.cell_usw1_01", ["request_interval": 30]))
        CoverageRow(
          "- Failure threshold: 3 consecutive failures", nil,
          .routing("aws_route53_health_check.cell_use1_01", ["failure_threshold": 3]),
          .routing("aws_route53_health_check.cell_usw1_01", ["failure_threshold": 3]))
        CoverageRow(
          "- Action: Failover to secondary region", "and the fleet's alarm, in us-east-1",
          .routing(
            "aws_route53_record.primary",
            ["health_check_id": "${aws_route53_health_check.primary.id}"]),
          .routing(
            "aws_cloudwatch_metric_alarm.cell_use1_01_unhealthy",
            [
              "metric_name": "HealthCheckStatus", "threshold": 1,
              "dimensions.HealthCheckId": "${aws_route53_health_check.cell_use1_01.id}",
              "alarm_actions": ["${aws_sns_topic.fleet.arn}"],
            ]),
          .routing(
            "aws_cloudwatch_metric_alarm.cell_usw1_01_unhealthy",
            [
              "metric_name": "HealthCheckStatus", "threshold": 1,
              "dimensions.HealthCheckId": "${aws_route53_health_check.cell_usw1_01.id}",
              "alarm_actions": ["${aws_sns_topic.fleet.arn}"],
            ]))
      },
    ])
}
