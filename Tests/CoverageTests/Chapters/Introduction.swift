extension CoverageChapter {
  static let introduction = CoverageChapter(
    title: "What BizComms is",
    sections: [
      CoverageSection("BizComms Overview") {
        CoverageRow(
          "multi-region", also: ["built on AWS with cell-based architecture"],
          "a cell is a root of its own, in a region of its own",
          .cells(
            "provider.aws", ["[0].region": "<region>", "[0].default_tags.tags.cell": "<cell>"]))
      },
      CoverageSection("What is BizComms?") {
        CoverageRow(
          "monitors HackerNews for new articles and sends SMS and voice notifications",
          shownBy: "a new story is delivered to every recipient once, and its status says so")
        CoverageRow(
          "Cell-Based Architecture\nFailure domain isolation with independent regional deployments (cells)",
          "one state for each cell, in the cell's own region; data is shared, and owned by `global`",
          .cells(
            "terraform",
            [
              "backend.s3.key": "cells/<cell>/terraform.tfstate",
              "backend.s3.region": "<region>",
              "backend.s3.bucket": "bizcomms-production-123456789012-tfstate-<region>",
            ]))
        CoverageRow(
          "Multi-Region Design\nActive-passive deployment across us-east-1 and us-west-1 with automatic failover",
          nil,
          .routing(
            "aws_route53_record.primary",
            [
              "name": "api.bizcomms.example.com", "failover_routing_policy.type": "PRIMARY",
              "alias.name": "cell-use1-01.api.bizcomms.example.com",
            ]),
          .routing(
            "aws_route53_record.standby",
            [
              "name": "api.bizcomms.example.com", "failover_routing_policy.type": "SECONDARY",
              "alias.name": "cell-usw1-01.api.bizcomms.example.com",
            ]))
        CoverageRow(
          "Strong Consistency\nAurora Global Database with <1s replication lag for transactional data",
          "consistent at the writer; other regions follow, as a rule within a second, and an alarm "
            + "tells of more than five",
          .global(
            "aws_rds_global_cluster.alerts",
            ["global_cluster_identifier": "bizcomms-production-alerts"]),
          .cells(
            "aws_rds_cluster.alerts", ["global_cluster_identifier": "bizcomms-production-alerts"]),
          .cells(
            "aws_cloudwatch_metric_alarm.alerts_aurora_global_replication_lag",
            ["threshold": 5_000]))
        CoverageRow(
          "Event-Driven\nSNS/SQS messaging with at-least-once delivery guarantees", nil,
          .cells(
            "aws_sns_topic_subscription.alert_processing",
            [
              "topic_arn": "${aws_sns_topic.alert_events.arn}",
              "endpoint": "${aws_sqs_queue.alert_processing.arn}", "protocol": "sqs",
            ]))
      },
      CoverageSection("Key Features") {
        CoverageRow(
          "Infrastructure as Code: Complete Terraform modules for AWS",
          "roots in place of modules: each is read, planned and applied by itself",
          .cells(
            "terraform",
            [
              "required_version": "~> 1.11", "required_providers.aws.source": "hashicorp/aws",
              "required_providers.aws.version": "5.100.0",
            ]),
          .global("terraform", ["required_version": "~> 1.11"]),
          .routing("terraform", ["required_version": "~> 1.11"]),
          .backend("terraform", ["required_version": "~> 1.11"]))
        CoverageRow(
          "Kubernetes Orchestration: EKS with Karpenter autoscaling", nil,
          .cells("aws_eks_cluster.main", ["name": "bizcomms-<cell>-eks"]),
          .values("karpenter", ["interruptionQueue": "bizcomms-<cell>-interruptions"]))
        CoverageRow(
          "CI/CD Pipelines: GitHub Actions for automated deployments",
          "the roles that workflows take are here, without stored keys; the workflows are not "
            + "built yet",
          .global(
            "aws_iam_openid_connect_provider.github",
            [
              "url": "https://token.actions.githubusercontent.com",
              "client_id_list": ["sts.amazonaws.com"],
            ]),
          .global(
            "aws_iam_role.deploy",
            [
              "assume_role_policy.Statement[0].Condition.StringEquals[\"token.actions.githubusercontent.com:sub\"]":
                "repo:bizcomms/bizcomms:environment:production",
              "assume_role_policy.Statement[0].Condition.StringEquals[\"token.actions.githubusercontent.com:aud\"]":
                "sts.amazonaws.com",
            ]),
          .global(
            "aws_iam_role.plan",
            [
              "assume_role_policy.Statement[0].Condition.StringEquals[\"token.actions.githubusercontent.com:sub\"]":
                "repo:bizcomms/bizcomms:environment:production-plan",
              "assume_role_policy.Statement[0].Condition.StringEquals[\"token.actions.githubusercontent.com:aud\"]":
                "sts.amazonaws.com",
            ]))
        CoverageRow(
          "Observability: CloudWatch metrics, logs, and alarms", nil,
          .cells("aws_cloudwatch_dashboard", ["": .count(3)]),
          .cells(
            "aws_cloudwatch_log_group.api", ["name": "/aws/eks/bizcomms-<cell>/api"]),
          .cells(
            "aws_cloudwatch_metric_alarm.api_high_error_rate",
            ["alarm_actions": ["${aws_sns_topic.alarms.arn}"]]))
        CoverageRow(
          "Security Best Practices: IRSA, Secrets Manager, WAF", nil,
          .cells(
            "aws_iam_openid_connect_provider.cluster",
            ["url": "${aws_eks_cluster.main.identity[0].oidc[0].issuer}"]),
          .global("aws_secretsmanager_secret.twilio", ["name": "bizcomms-production/twilio"]),
          .cells("aws_wafv2_web_acl_association.main", ["resource_arn": "${aws_lb.main.arn}"]))
        CoverageRow(
          "High Availability: Multi-AZ deployment with health checks",
          "three zones in us-east-1; us-west-1 offers two to most accounts",
          .use1(
            "aws_eks_node_group.general",
            [
              "subnet_ids": [
                "${aws_subnet.private_use1_az1.id}", "${aws_subnet.private_use1_az2.id}",
                "${aws_subnet.private_use1_az4.id}",
              ]
            ]),
          .usw1(
            "aws_eks_node_group.general",
            [
              "subnet_ids": [
                "${aws_subnet.private_usw1_az1.id}", "${aws_subnet.private_usw1_az3.id}",
              ]
            ]),
          .cells(
            "aws_lb_target_group.api",
            ["health_check.enabled": true, "health_check.path": "/readyz"]),
          .routing("aws_route53_health_check.cell_use1_01", ["type": "HTTPS"]),
          .routing("aws_route53_health_check.cell_usw1_01", ["type": "HTTPS"]))
        CoverageRow(
          "Auto-scaling: HPA for pods, Karpenter for nodes", nil,
          .values("services.api", ["autoscaling.minReplicas": 2, "autoscaling.maxReplicas": 10]),
          .values("karpenter", ["limits.cpu": "1000"]))
        CoverageRow(
          "Cost Optimized: Spot instances, on-demand DynamoDB", nil,
          .values("karpenter", ["capacityTypes": ["on-demand", "spot"]]),
          .global("aws_dynamodb_table.deliveries", ["billing_mode": "PAY_PER_REQUEST"]),
          .global("aws_dynamodb_table.stories", ["billing_mode": "PAY_PER_REQUEST"]))
      },
    ])
}
