extension CoverageChapter {
  static let dashboards = CoverageChapter(
    title: "Monitoring and observability: dashboards",
    sections: [
      CoverageSection("Monitoring & Observability"),
      CoverageSection("Observability Stack"),
      CoverageSection("CloudWatch Dashboards") {
        CoverageRow(
          "Automated dashboards created by Terraform monitoring module:", "three in every cell",
          .cells("aws_cloudwatch_dashboard", ["": .count(3)]))
      },
      CoverageSection("1. API Service Dashboard") {
        CoverageRow(
          "- Request count (per endpoint)", nil,
          .cells(
            "aws_cloudwatch_dashboard.api",
            [
              "dashboard_body.widgets[properties.title=\"Requests per minute, by endpoint\"].properties.metrics[0][0].expression":
                "SEARCH('{BizComms,Cell,Endpoint,Service} MetricName=\"RequestCount\" Cell=\"<cell>\" Service=\"api\"', 'Sum', 60)"
            ]))
        CoverageRow(
          "- Latency (p50, p95, p99)", nil,
          .cells(
            "aws_cloudwatch_dashboard.api",
            [
              "dashboard_body.widgets[properties.title=Latency].properties.metrics": .count(3),
              "dashboard_body.widgets[properties.title=Latency].properties.metrics[[6].stat=p50][1]":
                "RequestDuration",
              "dashboard_body.widgets[properties.title=Latency].properties.metrics[[6].stat=p95][1]":
                "RequestDuration",
              "dashboard_body.widgets[properties.title=Latency].properties.metrics[[6].stat=p99][1]":
                "RequestDuration",
            ]))
        CoverageRow(
          "- Error rate (4xx, 5xx)", nil,
          .cells(
            "aws_cloudwatch_dashboard.api",
            [
              "dashboard_body.widgets[properties.title=\"Error rate\"].properties.metrics[[0].label=4xx][0].expression":
                "100 * client / requests",
              "dashboard_body.widgets[properties.title=\"Error rate\"].properties.metrics[[0].label=5xx][0].expression":
                "100 * server / requests",
              "dashboard_body.widgets[properties.title=\"Error rate\"].properties.metrics[[6].id=client][1]":
                "ClientErrorCount",
              "dashboard_body.widgets[properties.title=\"Error rate\"].properties.metrics[[6].id=server][1]":
                "ServerErrorCount",
            ]))
        CoverageRow(
          "- Active connections", nil,
          .cells(
            "aws_cloudwatch_dashboard.api",
            [
              "dashboard_body.widgets[properties.title=\"Active connections\"].properties.metrics[0][1]":
                "ActiveConnections"
            ]))
      },
      CoverageSection("2. Worker Service Dashboard") {
        CoverageRow(
          "- SQS queue depth", nil,
          .cells(
            "aws_cloudwatch_dashboard.worker",
            [
              "dashboard_body.widgets[properties.title=\"SQS queue depth\"].properties.metrics[[4].label=waiting]":
                [
                  "AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName",
                  "bizcomms-<cell>-alert-processing", ["label": "waiting", "stat": "Maximum"],
                ]
            ]))
        CoverageRow(
          "- Messages processed/minute", nil,
          .cells(
            "aws_cloudwatch_dashboard.worker",
            [
              "dashboard_body.widgets[properties.title=\"Messages processed per minute\"].properties.metrics[0][1]":
                "MessagesProcessed",
              "dashboard_body.widgets[properties.title=\"Messages processed per minute\"].properties.period":
                60,
            ]))
        CoverageRow(
          "- Processing duration", nil,
          .cells(
            "aws_cloudwatch_dashboard.worker",
            [
              "dashboard_body.widgets[properties.title=\"Processing duration\"].properties.metrics[[6].stat=p50][1]":
                "ProcessingDuration",
              "dashboard_body.widgets[properties.title=\"Processing duration\"].properties.metrics[[6].stat=p95][1]":
                "ProcessingDuration",
              "dashboard_body.widgets[properties.title=\"Processing duration\"].properties.metrics[[6].stat=p99][1]":
                "ProcessingDuration",
            ]))
        CoverageRow(
          "- Twilio delivery success rate",
          "of what Twilio was asked to send, the share that it took",
          .cells(
            "aws_cloudwatch_dashboard.worker",
            [
              "dashboard_body.widgets[properties.title=\"Twilio delivery success rate\"].properties.metrics[2][0].expression":
                "100 * FILL(sent, 0) / (FILL(sent, 0) + FILL(failed, 0))",
              "dashboard_body.widgets[properties.title=\"Twilio delivery success rate\"].properties.metrics[[6].id=sent][1]":
                "DeliveriesSent",
              "dashboard_body.widgets[properties.title=\"Twilio delivery success rate\"].properties.metrics[[6].id=failed][1]":
                "DeliveriesFailed",
            ]))
      },
      CoverageSection("3. Infrastructure Dashboard") {
        CoverageRow(
          "- Aurora: CPU, connections, IOPS, replication lag",
          "lag in the region behind its writer, and of the region behind the primary's",
          .cells(
            "aws_cloudwatch_dashboard.infrastructure",
            [
              "dashboard_body.widgets[properties.title=\"Aurora alerts: CPU\"].properties.metrics[0][1]":
                "CPUUtilization",
              "dashboard_body.widgets[properties.title=\"Aurora alerts: connections\"].properties.metrics[0][1]":
                "DatabaseConnections",
              "dashboard_body.widgets[properties.title=\"Aurora alerts: IOPS\"].properties.metrics[[4].id=reads][1]":
                "VolumeReadIOPs",
              "dashboard_body.widgets[properties.title=\"Aurora alerts: IOPS\"].properties.metrics[[4].id=writes][1]":
                "VolumeWriteIOPs",
              "dashboard_body.widgets[properties.title=\"Aurora alerts: replication lag\"].properties.metrics[0][1]":
                "AuroraReplicaLagMaximum",
              "dashboard_body.widgets[properties.title=\"Aurora alerts: replication lag\"].properties.metrics[1][0].expression":
                "SELECT MAX(AuroraGlobalDBReplicationLag) FROM SCHEMA(\"AWS/RDS\", DBClusterIdentifier, SourceRegion) WHERE DBClusterIdentifier = 'bizcomms-<cell>-alerts'",
            ]))
        CoverageRow(
          "- DynamoDB: Read/write capacity, throttles", nil,
          .cells(
            "aws_cloudwatch_dashboard.infrastructure",
            [
              "dashboard_body.widgets[properties.title=\"DynamoDB deliveries: capacity units per minute\"].properties.metrics[[4].label=read][1]":
                "ConsumedReadCapacityUnits",
              "dashboard_body.widgets[properties.title=\"DynamoDB deliveries: capacity units per minute\"].properties.metrics[[4].label=write][1]":
                "ConsumedWriteCapacityUnits",
              "dashboard_body.widgets[properties.title=\"DynamoDB deliveries: throttles\"].properties.metrics[[4].label=read][1]":
                "ReadThrottleEvents",
              "dashboard_body.widgets[properties.title=\"DynamoDB deliveries: throttles\"].properties.metrics[[4].label=write][1]":
                "WriteThrottleEvents",
            ]))
        CoverageRow(
          "- EKS: Pod count, node utilization", nil,
          .cells(
            "aws_cloudwatch_dashboard.infrastructure",
            [
              "dashboard_body.widgets[properties.title=\"EKS: pods\"].properties.metrics[0][0].expression":
                "SEARCH('{ContainerInsights,ClusterName,Namespace} MetricName=\"namespace_number_of_running_pods\" ClusterName=\"bizcomms-<cell>-eks\"', 'Average', 60)",
              "dashboard_body.widgets[properties.title=\"EKS: nodes\"].properties.metrics[[4].label=nodes][1]":
                "cluster_node_count",
              "dashboard_body.widgets[properties.title=\"EKS: node utilization\"].properties.metrics[[4].label=CPU][1]":
                "node_cpu_utilization",
              "dashboard_body.widgets[properties.title=\"EKS: node utilization\"].properties.metrics[[4].label=memory][1]":
                "node_memory_utilization",
            ]))
      },
    ])
}
