extension CoverageChapter {
  static let cost = CoverageChapter(
    title: "Cost optimization",
    sections: [
      CoverageSection("Cost Optimization"),
      CoverageSection("Estimated Monthly Costs (Production)") {
        CoverageRow(
          "| EKS Cluster | Control plane (2 regions) | $146 |",
          "in standard support, for extended support costs six times as much; "
            + "prices are in no file under `out/`",
          .cells("aws_eks_cluster", ["": .count(1)]),
          .cells("aws_eks_cluster.main", ["upgrade_policy.support_type": "STANDARD"]))
        CoverageRow(
          "| EC2 Instances (Karpenter) | 3x t3.large (spot 70%) | $76 |",
          "two t3.large on demand in each cell; what Karpenter adds is spot as long as there is any",
          .cells(
            "aws_eks_node_group.general",
            [
              "instance_types": ["t3.large"], "capacity_type": "ON_DEMAND",
              "scaling_config.desired_size": 2,
            ]),
          .values("karpenter", ["capacityTypes": ["on-demand", "spot"]]))
        CoverageRow(
          "| Aurora Global Database | 2x db.r6g.large | $438 |",
          "two in each region, so that the loss of one is no failover between regions",
          .cells("aws_rds_cluster_instance", ["": .count(2)]),
          .cells("aws_rds_cluster_instance.alerts_1", ["instance_class": "db.r6g.large"]),
          .cells("aws_rds_cluster_instance.alerts_2", ["instance_class": "db.r6g.large"]))
        CoverageRow(
          "| DynamoDB | On-Demand (10GB, 1M reads/writes) | $26 |",
          "how much is kept, read and written is up to callers",
          .global("aws_dynamodb_table.deliveries", ["billing_mode": "PAY_PER_REQUEST"]),
          .global("aws_dynamodb_table.stories", ["billing_mode": "PAY_PER_REQUEST"]))
        CoverageRow(
          "| ALB | 2 load balancers | $33 |", "one in each cell",
          .cells("aws_lb", ["": .count(1)]))
        CoverageRow(
          "| NAT Gateway | 2 regions × 3 AZs | $194 |", "three and two",
          .use1("aws_nat_gateway", ["": .count(3)]),
          .usw1("aws_nat_gateway", ["": .count(2)]))
        CoverageRow(
          "| Data Transfer | Cross-region, internet egress | $50 |",
          notInfrastructure: "what callers and services do")
        CoverageRow(
          "| CloudWatch | Logs, metrics, alarms | $25 |", nil,
          .cells("aws_cloudwatch_metric_alarm", ["": .count(15)]),
          .cells("aws_cloudwatch_log_group.api", ["retention_in_days": 30]))
        CoverageRow(
          "| Route53 | Hosted zone + health checks | $1 |",
          "two of the cells, and two that decide when the standby takes over",
          .global("aws_route53_zone.main", ["name": "bizcomms.example.com"]),
          .global("aws_route53_zone", ["": .count(1)]),
          .routing("aws_route53_health_check", ["": .count(4)]))
        CoverageRow(
          "| Secrets Manager | 6 secrets | $2.40 |", nil,
          .global("aws_secretsmanager_secret", ["": .count(6)]))
        CoverageRow("| TOTAL | ~$991/month |", notInfrastructure: "a price")
      },
      CoverageSection("Cost Optimization Strategies"),
      CoverageSection("1. Compute Optimization") {
        CoverageRow(
          "Use Karpenter with Spot Instances\nSavings: 60-70% reduction on compute costs", nil,
          .values("karpenter", ["capacityTypes": .includes("spot")]),
          .global(
            "aws_iam_service_linked_role.spot", ["aws_service_name": "spot.amazonaws.com"]),
          .cells(
            "aws_cloudwatch_event_target.spot_interruption",
            ["arn": "${aws_sqs_queue.interruptions.arn}"]))
        CoverageRow(
          "# Karpenter Provisioner\nspec:\nrequirements:\n- key: karpenter.sh/capacity-type\noperator: In\nvalues: [\"spot\", \"on-demand\"]",
          "for a `NodePool`, which has taken the place of the `Provisioner`; the chart that makes it is not "
            + "built yet",
          .values(
            "karpenter",
            [
              "capacityTypes": ["on-demand", "spot"],
              "discovery[\"karpenter.sh/discovery\"]": "bizcomms-<cell>-eks",
              "instanceProfile": "bizcomms-<cell>-karpenter-node",
            ]))
        CoverageRow(
          "limits:\nresources:\ncpu: 1000\nmemory: 1000Gi", nil,
          .values("karpenter", ["limits.cpu": "1000", "limits.memory": "1000Gi"]))
      },
      CoverageSection("2. Database Optimization") {
        CoverageRow(
          "- Aurora Serverless v2: Auto-scales based on load (future consideration)",
          "a choice, `.serverless(…)`, that no environment of ours takes",
          .cells("aws_rds_cluster.alerts", ["serverlessv2_scaling_configuration": .absent]))
        CoverageRow(
          "- Read Replicas: Add read replicas only when needed",
          "one reader in each region, which takes over there; more by `instancesPerCell`",
          .cells("aws_rds_cluster_instance", ["": .count(2)]),
          .cells("aws_rds_cluster_instance.alerts_2", ["promotion_tier": 1]))
        CoverageRow(
          "- Right-Sizing: Start with db.t4g.medium for dev/staging",
          "development; staging has production's class, as the table of environments says",
          .in(
            .development, "aws_rds_cluster_instance.alerts_1", ["instance_class": "db.t4g.medium"]),
          .in(.staging, "aws_rds_cluster_instance.alerts_1", ["instance_class": "db.r6g.large"]))
      },
      CoverageSection("3. Storage Optimization") {
        CoverageRow(
          "- DynamoDB On-Demand: Pay only for actual reads/writes (no provisioned capacity waste)",
          nil,
          .global(
            "aws_dynamodb_table.deliveries",
            [
              "billing_mode": "PAY_PER_REQUEST", "read_capacity": .absent,
              "write_capacity": .absent,
            ]),
          .global(
            "aws_dynamodb_table.stories",
            [
              "billing_mode": "PAY_PER_REQUEST", "read_capacity": .absent,
              "write_capacity": .absent,
            ]))
        CoverageRow(
          "- TTL: Auto-delete delivery status after 30 days",
          "the table deletes what its attribute says, and services write the 30 days",
          .global(
            "aws_dynamodb_table.deliveries",
            ["ttl.enabled": true, "ttl.attribute_name": "expires_at"]),
          .global(
            "aws_dynamodb_table.stories", ["ttl.enabled": true, "ttl.attribute_name": "expires_at"])
        )
        CoverageRow(
          "- S3 Lifecycle: Move CloudWatch logs to Glacier after 90 days",
          "a log group moves nothing: lines go through Firehose into a bucket, which does",
          .cells(
            "aws_cloudwatch_log_subscription_filter.api",
            [
              "log_group_name": "${aws_cloudwatch_log_group.api.name}",
              "destination_arn": "${aws_kinesis_firehose_delivery_stream.logs.arn}",
            ]),
          .cells(
            "aws_cloudwatch_log_subscription_filter.worker",
            [
              "log_group_name": "${aws_cloudwatch_log_group.worker.name}",
              "destination_arn": "${aws_kinesis_firehose_delivery_stream.logs.arn}",
            ]),
          .cells(
            "aws_cloudwatch_log_subscription_filter.poller",
            [
              "log_group_name": "${aws_cloudwatch_log_group.poller.name}",
              "destination_arn": "${aws_kinesis_firehose_delivery_stream.logs.arn}",
            ]),
          .cells(
            "aws_kinesis_firehose_delivery_stream.logs",
            ["extended_s3_configuration.bucket_arn": "${aws_s3_bucket.log_archive.arn}"]),
          .cells(
            "aws_s3_bucket_lifecycle_configuration.log_archive",
            [
              "rule[id=archive].status": "Enabled", "rule[id=archive].transition[0].days": 90,
              "rule[id=archive].transition[0].storage_class": "GLACIER",
            ]))
      },
      CoverageSection("4. Network Optimization") {
        CoverageRow(
          "NAT Gateway is Expensive\nAlternative: Use VPC Endpoints for AWS services (S3, DynamoDB, Secrets Manager)",
          "gateway endpoints cost nothing; one for Secrets Manager costs by the hour and zone and is a choice, "
            + "`endpoints: […, .secretsManager]`",
          .use1(
            "aws_vpc_endpoint.s3",
            [
              "vpc_endpoint_type": "Gateway", "service_name": "com.amazonaws.us-east-1.s3",
              "route_table_ids": .includes("${aws_route_table.private_use1_az1.id}"),
            ]),
          .usw1(
            "aws_vpc_endpoint.s3",
            [
              "vpc_endpoint_type": "Gateway", "service_name": "com.amazonaws.us-west-1.s3",
              "route_table_ids": .includes("${aws_route_table.private_usw1_az1.id}"),
            ]),
          .use1(
            "aws_vpc_endpoint.dynamodb",
            [
              "vpc_endpoint_type": "Gateway", "service_name": "com.amazonaws.us-east-1.dynamodb",
              "route_table_ids": .includes("${aws_route_table.private_use1_az1.id}"),
            ]),
          .usw1(
            "aws_vpc_endpoint.dynamodb",
            [
              "vpc_endpoint_type": "Gateway", "service_name": "com.amazonaws.us-west-1.dynamodb",
              "route_table_ids": .includes("${aws_route_table.private_usw1_az1.id}"),
            ]),
          .cells("aws_vpc_endpoint", ["": .count(2)]))
        CoverageRow(
          "Savings: ~$30-50/month by eliminating NAT Gateway traffic to AWS services",
          notInfrastructure: "a price")
      },
      CoverageSection("5. Monitoring Optimization") {
        CoverageRow(
          "- Log Retention: 7 days for debug logs, 30 days for error logs", nil,
          .cells(
            "aws_cloudwatch_log_group.api",
            ["name": "/aws/eks/bizcomms-<cell>/api", "retention_in_days": 30]),
          .cells(
            "aws_cloudwatch_log_group.worker",
            ["name": "/aws/eks/bizcomms-<cell>/worker", "retention_in_days": 30]),
          .cells(
            "aws_cloudwatch_log_group.poller",
            ["name": "/aws/eks/bizcomms-<cell>/poller", "retention_in_days": 30]),
          .cells(
            "aws_cloudwatch_log_group.api_debug",
            ["name": "/aws/eks/bizcomms-<cell>/api/debug", "retention_in_days": 7]),
          .cells(
            "aws_cloudwatch_log_group.worker_debug",
            ["name": "/aws/eks/bizcomms-<cell>/worker/debug", "retention_in_days": 7]),
          .cells(
            "aws_cloudwatch_log_group.poller_debug",
            ["name": "/aws/eks/bizcomms-<cell>/poller/debug", "retention_in_days": 7]))
        CoverageRow(
          "- Metric Filters: Only send necessary metrics to CloudWatch",
          "one for each service, of errors in its lines",
          .cells(
            "aws_cloudwatch_log_metric_filter.api", ["metric_transformation.name": "LogErrors"]),
          .cells(
            "aws_cloudwatch_log_metric_filter.worker", ["metric_transformation.name": "LogErrors"]),
          .cells(
            "aws_cloudwatch_log_metric_filter.poller", ["metric_transformation.name": "LogErrors"]),
          .cells("aws_cloudwatch_log_metric_filter", ["": .count(3)]))
        CoverageRow(
          "- Sampling: Sample debug logs (10%) instead of 100%",
          "lines about one alert, or else one delivery or request, together or not at all",
          .values("services.api", ["env[name=BIZCOMMS_LOG_DEBUG_SAMPLING].value": "10"]),
          .values("services.worker", ["env[name=BIZCOMMS_LOG_DEBUG_SAMPLING].value": "10"]),
          .values("services.poller", ["env[name=BIZCOMMS_LOG_DEBUG_SAMPLING].value": "10"]),
          shownBy: "of debug lines a sample is written, that of one alert whole or not at all")
      },
      CoverageSection("Cost by Environment") {
        CoverageRow(
          "| Development | Single region, t3.medium, db.t4g.medium, no multi-AZ | ~$180 |",
          "one NAT gateway and one database instance; EKS wants subnets in two zones all the same",
          .in(.development, "provider.aws", ["": .count(1), "[0].region": "us-east-1"]),
          .in(.developmentGlobal, "provider.aws", ["": .count(1)]),
          .in(.developmentGlobal, "aws_rds_global_cluster", ["": .absent]),
          .in(.development, "aws_eks_node_group.general", ["instance_types": ["t3.medium"]]),
          .in(.development, "aws_rds_cluster_instance", ["": .count(1)]),
          .in(
            .development, "aws_rds_cluster_instance.alerts_1", ["instance_class": "db.t4g.medium"]),
          .in(.development, "aws_nat_gateway", ["": .count(1)]),
          .in(.development, "aws_subnet", ["": .count(6)]))
        CoverageRow(
          "| Staging | Single region, t3.large, db.r6g.large, multi-AZ | ~$400 |", nil,
          .in(.staging, "provider.aws", ["": .count(1), "[0].region": "us-east-1"]),
          .in(.stagingGlobal, "provider.aws", ["": .count(1)]),
          .in(.stagingGlobal, "aws_rds_global_cluster", ["": .absent]),
          .in(.staging, "aws_eks_node_group.general", ["instance_types": ["t3.large"]]),
          .in(.staging, "aws_rds_cluster_instance", ["": .count(2)]),
          .in(.staging, "aws_rds_cluster_instance.alerts_1", ["instance_class": "db.r6g.large"]),
          .in(.staging, "aws_rds_cluster_instance.alerts_2", ["instance_class": "db.r6g.large"]),
          .in(.staging, "aws_nat_gateway", ["": .count(3)]),
          .in(.staging, "aws_subnet", ["": .count(9)]))
        CoverageRow(
          "| Production | Multi-region, spot instances, db.r6g.large, HA | ~$991 |", nil,
          .use1("provider.aws", ["[0].region": "us-east-1"]),
          .usw1("provider.aws", ["[0].region": "us-west-1"]),
          .values("karpenter", ["capacityTypes": .includes("spot")]),
          .cells("aws_rds_cluster_instance", ["": .count(2)]),
          .cells("aws_rds_cluster_instance.alerts_1", ["instance_class": "db.r6g.large"]),
          .use1("aws_nat_gateway", ["": .count(3)]),
          .usw1("aws_nat_gateway", ["": .count(2)]))
      },
    ])
}
