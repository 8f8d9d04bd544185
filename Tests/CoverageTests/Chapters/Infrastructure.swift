extension CoverageChapter {
  static let infrastructure = CoverageChapter(
    title: "Infrastructure components",
    sections: [
      CoverageSection("Infrastructure Components"),
      CoverageSection("AWS Services Used"),
      CoverageSection("Networking") {
        CoverageRow(
          "- VPC: 10.0.0.0/16 with 3 subnet tiers across 3 AZs",
          "a /16 for each cell by its index, since peering refuses overlaps; us-west-1 offers two "
            + "zones to most accounts",
          .use1("aws_vpc.main", ["cidr_block": "10.0.0.0/16", "enable_dns_support": true]),
          .usw1("aws_vpc.main", ["cidr_block": "10.1.0.0/16", "enable_dns_support": true]),
          .cells("aws_vpc.main", ["enable_dns_hostnames": true]),
          .use1("aws_subnet", ["": .count(9)]),
          .usw1("aws_subnet", ["": .count(6)]))
        CoverageRow(
          "- Route53: Latency-based routing with health checks",
          "failover, as the rest of the overview says; a health check for each cell",
          .routing("aws_route53_record.primary", ["failover_routing_policy.type": "PRIMARY"]),
          .routing("aws_route53_record.standby", ["failover_routing_policy.type": "SECONDARY"]),
          .routing(
            "aws_route53_health_check.cell_use1_01",
            ["fqdn": "cell-use1-01.api.bizcomms.example.com", "port": 443]),
          .routing(
            "aws_route53_health_check.cell_usw1_01",
            ["fqdn": "cell-usw1-01.api.bizcomms.example.com", "port": 443]))
        CoverageRow(
          "- ALB: Application Load Balancer with target groups",
          "one group, of the API's pods: nothing else has callers from outside",
          .cells("aws_lb.main", ["load_balancer_type": "application"]),
          .cells(
            "aws_lb_target_group.api",
            [
              "name": "bizcomms-<cell>-api", "port": 8000, "target_type": "ip",
              "health_check.interval": 10, "health_check.matcher": "200",
              "health_check.healthy_threshold": 2, "health_check.unhealthy_threshold": 3,
            ]))
        CoverageRow(
          "- WAF: Web Application Firewall with managed rules",
          "REGIONAL, as a load balancer wants it",
          .cells("aws_wafv2_web_acl.main", ["scope": "REGIONAL", "default_action.allow": [:]]),
          .cells("output.waf_web_acl_arn", ["value": "${aws_wafv2_web_acl.main.arn}"]))
        CoverageRow(
          "- NAT Gateway: Outbound internet access for private subnets", nil,
          .zones(
            "aws_route.private_internet_<zone>", ["nat_gateway_id": "${aws_nat_gateway.<zone>.id}"])
        )
      },
      CoverageSection("Compute") {
        CoverageRow(
          "- EKS: Kubernetes 1.28+ with managed node groups",
          "1.35: EKS has not supported 1.28 since 2025-11-26",
          .cells("aws_eks_cluster.main", ["version": "1.35"]),
          .cells(
            "aws_eks_node_group.general",
            [
              "version": "1.35", "launch_template.id": "${aws_launch_template.general.id}",
              "scaling_config.min_size": 2, "scaling_config.max_size": 6,
            ]))
        CoverageRow(
          "- Karpenter: Node autoscaling with spot instance support",
          "its machines join by an access entry; EC2 starts Spot machines by a role that an account has once; "
            + "the cell is told of interruptions before they come",
          .values("karpenter", ["capacityTypes": ["on-demand", "spot"]]),
          .cells(
            "aws_eks_access_entry.karpenter_node",
            ["type": "EC2_LINUX", "principal_arn": "${aws_iam_role.karpenter_node.arn}"]),
          .global(
            "aws_iam_service_linked_role.spot", ["aws_service_name": "spot.amazonaws.com"]),
          .cells("aws_sqs_queue.interruptions", ["name": "bizcomms-<cell>-interruptions"]),
          .cells(
            "aws_cloudwatch_event_rule.spot_interruption",
            ["event_pattern.detail-type": ["EC2 Spot Instance Interruption Warning"]]),
          .cells(
            "aws_cloudwatch_event_rule.rebalance",
            ["event_pattern.detail-type": ["EC2 Instance Rebalance Recommendation"]]),
          .cells(
            "aws_cloudwatch_event_rule.state_change",
            ["event_pattern.detail-type": ["EC2 Instance State-change Notification"]]),
          .cells(
            "aws_cloudwatch_event_rule.aws_health",
            ["event_pattern.detail-type": ["AWS Health Event"]]))
        CoverageRow(
          "- Fargate: Serverless pods for system components (optional)",
          "a choice, `Fargate(…)`, that no cell of ours takes",
          .cells("aws_eks_fargate_profile", ["": .absent]))
      },
      CoverageSection("Data Storage") {
        CoverageRow(
          "- Aurora PostgreSQL: Global Database with primary in us-east-1", nil,
          .global(
            "aws_rds_global_cluster.alerts",
            [
              "engine": "aurora-postgresql", "engine_version": "16.8", "storage_encrypted": true,
              "deletion_protection": true,
            ]),
          .use1(
            "aws_rds_cluster.alerts",
            [
              "engine": "aurora-postgresql", "engine_version": "16.8", "database_name": "alerts",
              "source_region": .absent,
            ]),
          .usw1(
            "aws_rds_cluster.alerts",
            [
              "engine": "aurora-postgresql", "engine_version": "16.8",
              "source_region": "us-east-1",
            ]))
        CoverageRow(
          "- DynamoDB: Global Tables for delivery status",
          "each replica is a resource of its own, so that it can be protected in its region, too",
          .global(
            "aws_dynamodb_table.deliveries",
            [
              "name": "bizcomms-production-deliveries", "billing_mode": "PAY_PER_REQUEST",
              "replica": .absent, "lifecycle.ignore_changes": ["replica"],
            ]),
          .global(
            "aws_dynamodb_table_replica.deliveries_us_west_1",
            [
              "provider": "aws.us-west-1",
              "global_table_arn": "${aws_dynamodb_table.deliveries.arn}",
            ]))
        CoverageRow(
          "- S3: Terraform state, CloudWatch log archive", "a state bucket in every region",
          .buckets(
            "aws_s3_bucket.<region_name>",
            ["bucket": "bizcomms-production-123456789012-tfstate-<region>"]),
          .cells(
            "aws_s3_bucket.log_archive", ["bucket": "bizcomms-<cell>-123456789012-log-archive"]),
          .cells(
            "aws_kinesis_firehose_delivery_stream.logs",
            ["extended_s3_configuration.bucket_arn": "${aws_s3_bucket.log_archive.arn}"]))
      },
      CoverageSection("Messaging") {
        CoverageRow(
          "- SQS: Alert processing queue with DLQ", nil,
          .cells(
            "aws_sqs_queue.alert_processing",
            [
              "name": "bizcomms-<cell>-alert-processing",
              "redrive_policy.deadLetterTargetArn": "${aws_sqs_queue.alert_processing_dlq.arn}",
            ]),
          .cells(
            "aws_sqs_queue.alert_processing_dlq",
            ["name": "bizcomms-<cell>-alert-processing-dlq"]),
          .cells(
            "aws_sqs_queue_redrive_allow_policy.alert_processing_dlq",
            [
              "redrive_allow_policy.redrivePermission": "byQueue",
              "redrive_allow_policy.sourceQueueArns": [
                "arn:aws:sqs:<region>:123456789012:bizcomms-<cell>-alert-processing"
              ],
            ]))
        CoverageRow(
          "- SNS: Event topics for alert events and delivery status", nil,
          .cells("aws_sns_topic.alert_events", ["name": "bizcomms-<cell>-alert-events"]),
          .cells("aws_sns_topic.delivery_status", ["name": "bizcomms-<cell>-delivery-status"]))
      },
      CoverageSection("Security") {
        CoverageRow(
          "- Secrets Manager: Twilio credentials, DB passwords, API keys",
          "with a replica in the standby's region; no value is in a file or a state",
          .global(
            "aws_secretsmanager_secret.twilio",
            ["name": "bizcomms-production/twilio", "replica[0].region": "us-west-1"]),
          .global(
            "aws_secretsmanager_secret.database_alerts_application",
            [
              "name": "bizcomms-production/database-alerts-application",
              "replica[0].region": "us-west-1",
            ]),
          .global(
            "aws_secretsmanager_secret.database_alerts_migration",
            [
              "name": "bizcomms-production/database-alerts-migration",
              "replica[0].region": "us-west-1",
            ]),
          .global(
            "aws_secretsmanager_secret.alerts_master_user",
            [
              "name": "bizcomms-production/database-alerts-master-user",
              "replica[0].region": "us-west-1",
            ]),
          .global(
            "aws_secretsmanager_secret.api_keys",
            ["name": "bizcomms-production/api-keys", "replica[0].region": "us-west-1"]),
          .global(
            "aws_secretsmanager_secret.poller_api_key",
            ["name": "bizcomms-production/poller-api-key", "replica[0].region": "us-west-1"]),
          .global(
            "aws_secretsmanager_secret_version.alerts_master_user",
            ["secret_string": .absent, "secret_string_wo": .present]),
          .global("aws_secretsmanager_secret_version", ["": .count(1)]))
        CoverageRow(
          "- KMS: Encryption keys for data at rest", "a key for each purpose; every one rotates",
          .cells("aws_kms_key.cluster", ["enable_key_rotation": true]),
          .cells("aws_kms_key.nodes", ["enable_key_rotation": true]),
          .cells("aws_kms_key.alerts", ["enable_key_rotation": true]),
          .cells("aws_kms_key.messaging", ["enable_key_rotation": true]),
          .cells("aws_kms_key.logs", ["enable_key_rotation": true]),
          .cells("aws_kms_key.alarms", ["enable_key_rotation": true]),
          .regions("aws_kms_key.tables_<region_name>", ["enable_key_rotation": true]),
          .regions("aws_kms_key.secrets_<region_name>", ["enable_key_rotation": true]),
          .global("aws_kms_key.audit", ["enable_key_rotation": true]),
          .buckets("aws_kms_key.<region_name>", ["enable_key_rotation": true]),
          .routing("aws_kms_key.fleet", ["enable_key_rotation": true]))
        CoverageRow(
          "- IAM: IRSA (IAM Roles for Service Accounts)", "each role is one service account's",
          .cells(
            "aws_iam_role.api",
            [
              "assume_role_policy.Statement[0].Action": ["sts:AssumeRoleWithWebIdentity"],
              "assume_role_policy.Statement[0].Condition.StringEquals[\"${local.oidc_issuer}:sub\"]":
                "system:serviceaccount:bizcomms:bizcomms-api",
            ]),
          .cells(
            "aws_iam_role.worker",
            [
              "assume_role_policy.Statement[0].Action": ["sts:AssumeRoleWithWebIdentity"],
              "assume_role_policy.Statement[0].Condition.StringEquals[\"${local.oidc_issuer}:sub\"]":
                "system:serviceaccount:bizcomms:bizcomms-worker",
            ]),
          .cells(
            "aws_iam_role.poller",
            [
              "assume_role_policy.Statement[0].Action": ["sts:AssumeRoleWithWebIdentity"],
              "assume_role_policy.Statement[0].Condition.StringEquals[\"${local.oidc_issuer}:sub\"]":
                "system:serviceaccount:bizcomms:bizcomms-poller",
            ]))
        CoverageRow(
          "- Security Groups: Network-level firewall rules",
          "the default group lets nothing through",
          .cells("aws_security_group.load_balancer", ["vpc_id": "${aws_vpc.main.id}"]),
          .cells("aws_security_group.alerts", ["vpc_id": "${aws_vpc.main.id}"]),
          .cells("aws_default_security_group.default", ["ingress": [], "egress": []]))
      },
      CoverageSection("Observability") {
        CoverageRow(
          "- CloudWatch Logs: Centralized logging for all services", nil,
          .cells("aws_cloudwatch_log_group.api", ["name": "/aws/eks/bizcomms-<cell>/api"]),
          .cells("aws_cloudwatch_log_group.worker", ["name": "/aws/eks/bizcomms-<cell>/worker"]),
          .cells("aws_cloudwatch_log_group.poller", ["name": "/aws/eks/bizcomms-<cell>/poller"]))
        CoverageRow(
          "- CloudWatch Metrics: Custom metrics and dashboards", nil,
          .cells("aws_cloudwatch_dashboard.api", ["dashboard_name": "bizcomms-<cell>-api"]),
          .cells("aws_cloudwatch_dashboard.worker", ["dashboard_name": "bizcomms-<cell>-worker"]),
          .cells(
            "aws_cloudwatch_dashboard.infrastructure",
            ["dashboard_name": "bizcomms-<cell>-infrastructure"]))
        CoverageRow(
          "- CloudWatch Alarms: Automated alerting", nil,
          .cells(
            "aws_sns_topic_subscription.alarms_1",
            [
              "topic_arn": "${aws_sns_topic.alarms.arn}", "protocol": "email",
              "endpoint": "oncall@bizcomms.example.com",
            ]))
      },
      CoverageSection("Terraform Module Structure"),
      CoverageSection("Resource Sizing") {
        CoverageRow(
          "| Aurora Instance | db.t4g.medium | db.r6g.large | 2 vCPU, 8 GB RAM (prod) |",
          "db.r6g.large has 16 GiB; db.t4g.medium stays where one region is all there is, for a "
            + "global database refuses it",
          .cells("aws_rds_cluster_instance.alerts_1", ["instance_class": "db.r6g.large"]),
          .cells("aws_rds_cluster_instance.alerts_2", ["instance_class": "db.r6g.large"]),
          .in(
            .staging, "aws_rds_cluster_instance.alerts_1", ["instance_class": "db.r6g.large"]),
          .in(
            .development, "aws_rds_cluster_instance.alerts_1", ["instance_class": "db.t4g.medium"]),
          .in(
            .development, "aws_rds_cluster.alerts", ["global_cluster_identifier": .absent]))
        CoverageRow(
          "| EKS Node Group | t3.medium | t3.large | Karpenter manages scaling |", nil,
          .cells("aws_eks_node_group.general", ["instance_types": ["t3.large"]]),
          .in(.staging, "aws_eks_node_group.general", ["instance_types": ["t3.large"]]),
          .in(.development, "aws_eks_node_group.general", ["instance_types": ["t3.medium"]]),
          .values("karpenter", ["limits.cpu": "1000", "limits.memory": "1000Gi"]),
          .in(.developmentValues, "karpenter", ["limits.cpu": "1000", "limits.memory": "1000Gi"]))
        CoverageRow(
          "| DynamoDB | On-Demand | On-Demand | Auto-scales based on traffic |", nil,
          .global("aws_dynamodb_table.deliveries", ["billing_mode": "PAY_PER_REQUEST"]),
          .in(
            .developmentGlobal, "aws_dynamodb_table.deliveries",
            ["billing_mode": "PAY_PER_REQUEST"]))
        CoverageRow(
          "| NAT Gateway | 1 per AZ | 1 per AZ | High availability |",
          "development has one: the costs below count on “no multi-AZ”",
          .use1("aws_nat_gateway", ["": .count(3)]),
          .usw1("aws_nat_gateway", ["": .count(2)]),
          .in(.staging, "aws_nat_gateway", ["": .count(3)]),
          .in(.development, "aws_nat_gateway", ["": .count(1)]))
      },
    ])
}
