extension CoverageChapter {
  static let architecture = CoverageChapter(
    title: "System architecture",
    sections: [
      CoverageSection("System Architecture"),
      CoverageSection("High-Level Architecture") {
        CoverageRow(
          "Latency-Based Routing]",
          "`Routing(.failover)`: a pair of which one stands by can't be routed by latency as well; "
            + "`.latency` is the other choice",
          .routing("aws_route53_record.primary", ["failover_routing_policy.type": "PRIMARY"]),
          .routing("aws_route53_record", ["[set_identifier=us-east-1]": .absent]))
        CoverageRow(
          "us-east-1 PRIMARY", also: ["Cell: cell-use1-01"], nil,
          .use1(
            "provider.aws",
            ["[0].region": "us-east-1", "[0].default_tags.tags.cell": "cell-use1-01"]),
          .routing(
            "aws_route53_record.primary",
            ["alias.name": "cell-use1-01.api.bizcomms.example.com"]))
        CoverageRow(
          "us-west-1 SECONDARY", also: ["Cell: cell-usw1-01"], nil,
          .usw1(
            "provider.aws",
            ["[0].region": "us-west-1", "[0].default_tags.tags.cell": "cell-usw1-01"]),
          .routing(
            "aws_route53_record.standby",
            ["alias.name": "cell-usw1-01.api.bizcomms.example.com"]))
        CoverageRow(
          "WAF1[WAF + ALB]", also: ["WAF2[WAF + ALB]"], nil,
          .cells("aws_lb.main", ["load_balancer_type": "application", "internal": false]),
          .cells(
            "aws_wafv2_web_acl_association.main",
            [
              "resource_arn": "${aws_lb.main.arn}",
              "web_acl_arn": "${aws_wafv2_web_acl.main.arn}",
            ]))
        CoverageRow(
          "EKS1[EKS Cluster]", also: ["EKS2[EKS Cluster]"], nil,
          .cells("aws_eks_cluster.main", ["name": "bizcomms-<cell>-eks"]))
        CoverageRow(
          "API1[API Pods x3]", also: ["API2[API Pods x3]"],
          "between 2 and 10, as the configuration below says: a Deployment that an autoscaler scales "
            + "carries no number of its own",
          .values(
            "services.api",
            [
              "autoscaling.minReplicas": 2, "autoscaling.maxReplicas": 10, "replicas": .absent,
            ]))
        CoverageRow(
          "Worker1[Worker Pods x2]", also: ["Worker2[Worker Pods x2]"], "at least two",
          .values("services.worker", ["autoscaling.minReplicas": 2, "replicas": .absent]))
        CoverageRow(
          "Poller1[Poller Pod x1]", also: ["Poller2[Poller Pod x1]"],
          "one in each cell; a lease lets one of them poll at a time",
          .values("services.poller", ["replicas": 1]))
        CoverageRow(
          "Aurora1[(Aurora Primary)]", nil,
          .use1(
            "aws_rds_cluster.alerts",
            [
              "global_cluster_identifier": "bizcomms-production-alerts",
              "master_username": "bizcomms_admin", "source_region": .absent,
            ]))
        CoverageRow(
          "Aurora2[(Aurora Replica\nRead-Only)]",
          "the standby cell forwards writes to the primary's region, so that its API works, too",
          .usw1(
            "aws_rds_cluster.alerts",
            [
              "global_cluster_identifier": "bizcomms-production-alerts",
              "source_region": "us-east-1", "enable_global_write_forwarding": true,
              "database_name": .absent, "master_username": .absent,
              "master_password_wo": .absent,
            ]))
        CoverageRow(
          "DDB1[(DynamoDB)]", also: ["DDB2[(DynamoDB)]"], nil,
          .global(
            "aws_dynamodb_table.deliveries",
            ["name": "bizcomms-production-deliveries", "provider": .absent]),
          .global(
            "aws_dynamodb_table_replica.deliveries_us_west_1",
            [
              "provider": "aws.us-west-1",
              "global_table_arn": "${aws_dynamodb_table.deliveries.arn}",
            ]))
        CoverageRow(
          "SQS1[SQS Queue]", also: ["SQS2[SQS Queue]"], nil,
          .cells("aws_sqs_queue.alert_processing", ["name": "bizcomms-<cell>-alert-processing"]))
        CoverageRow(
          "SNS1[SNS Topic]", also: ["SNS2[SNS Topic]"], nil,
          .cells("aws_sns_topic.alert_events", ["name": "bizcomms-<cell>-alert-events"]))
        CoverageRow(
          "WAF1 --> API1", also: ["WAF2 --> API2"], nil,
          .cells(
            "aws_lb_listener.https",
            [
              "default_action[0].type": "forward",
              "default_action[0].target_group_arn": "${aws_lb_target_group.api.arn}",
            ]),
          .cells("aws_lb_target_group.api", ["target_type": "ip", "port": 8000]),
          .values(
            "loadBalancer.targetGroup",
            ["name": "bizcomms-<cell>-api", "service": "bizcomms-api", "targetType": "ip"]))
        CoverageRow(
          "API1 --> Aurora1", also: ["API2 --> Aurora2"],
          "the cell's own cluster by a name that also a secondary has, which has no writer endpoint of its "
            + "own until it is promoted",
          .values(
            "services.api",
            [
              "env[name=BIZCOMMS_DATABASE_ALERTS_ENDPOINTS].value":
                "/bizcomms/production/cells/<cell>/database/alerts"
            ]),
          .cells(
            "aws_ssm_parameter.alerts_writer",
            [
              "name": "/bizcomms/production/cells/<cell>/database/alerts/writer",
              "value":
                "${replace(aws_rds_cluster.alerts.reader_endpoint, \".cluster-ro-\", \".cluster-\")}",
            ]),
          .cells(
            "aws_ssm_parameter.alerts_reader",
            [
              "name": "/bizcomms/production/cells/<cell>/database/alerts/reader",
              "value": "${aws_rds_cluster.alerts.reader_endpoint}",
            ]))
        CoverageRow(
          "API1 --> SNS1", also: ["API2 --> SNS2"], nil,
          .cells(
            "aws_iam_role_policy.api",
            [
              "policy.Statement[Resource[0]=arn:aws:sns:<region>:123456789012:bizcomms-<cell>-alert-events].Action":
                ["sns:Publish"]
            ]))
        CoverageRow(
          "SNS1 --> SQS1", also: ["SNS2 --> SQS2"], nil,
          .cells(
            "aws_sns_topic_subscription.alert_processing",
            [
              "topic_arn": "${aws_sns_topic.alert_events.arn}",
              "endpoint": "${aws_sqs_queue.alert_processing.arn}",
            ]))
        CoverageRow(
          "SQS1 --> Worker1", also: ["SQS2 --> Worker2"], nil,
          .cells(
            "aws_iam_role_policy.worker",
            [
              "policy.Statement[Resource[0]=arn:aws:sqs:<region>:123456789012:bizcomms-<cell>-alert-processing].Action":
                .includes("sqs:ReceiveMessage")
            ]))
        CoverageRow(
          "Worker1 --> Aurora1 Worker1 --> DDB1", also: ["Worker2 --> Aurora2 Worker2 --> DDB2"],
          nil,
          .cells(
            "aws_iam_role_policy.worker",
            [
              "policy.Statement[Resource[0]=arn:aws:ssm:<region>:123456789012:parameter/bizcomms/production/cells/<cell>/database/alerts].Action":
                ["ssm:GetParametersByPath"],
              "policy.Statement[Resource[0]=arn:aws:dynamodb:<region>:123456789012:table/bizcomms-production-deliveries].Action":
                .includes("dynamodb:UpdateItem"),
            ]))
        CoverageRow(
          "Poller1 --> API1", also: ["Poller2 --> API2"], nil,
          .values(
            "services.poller",
            [
              "env[name=BIZCOMMS_SERVICE_API_URL].value":
                "http://bizcomms-api.bizcomms.svc.cluster.local:8000"
            ]))
        CoverageRow(
          "HN -.-> Poller1",
          also: [
            "HN -.-> Poller2", "Worker1 --> Twilio[Twilio API\nSMS & Voice] Worker2 --> Twilio",
          ],
          "through the NAT gateway of the pod's zone",
          .use1(
            "aws_route.private_internet_use1_az1",
            ["nat_gateway_id": "${aws_nat_gateway.use1_az1.id}"]),
          .usw1(
            "aws_route.private_internet_usw1_az1",
            ["nat_gateway_id": "${aws_nat_gateway.usw1_az1.id}"]))
        CoverageRow(
          "R53 --> WAF1", also: ["R53 -.Failover.-> WAF2"],
          "the shared name leads to a cell's own name, and that to its load balancer",
          .routing(
            "aws_route53_record.primary",
            ["health_check_id": "${aws_route53_health_check.primary.id}"]),
          .routing(
            "aws_route53_record.standby",
            ["health_check_id": "${aws_route53_health_check.cell_usw1_01.id}"]),
          .cells(
            "aws_route53_record.host",
            [
              "name": "<cell>.api.bizcomms.example.com",
              "alias.name": "${aws_lb.main.dns_name}",
            ]))
        CoverageRow(
          "Aurora1 -.Global DB\nReplication.-> Aurora2", nil,
          .global("aws_rds_global_cluster.alerts", ["engine": "aurora-postgresql"]),
          .usw1(
            "aws_rds_cluster.alerts", ["global_cluster_identifier": "bizcomms-production-alerts"]))
        CoverageRow(
          "DDB1 -.Global Tables\nReplication.-> DDB2",
          "replicas belong to `global` alone: two owners would delete each other's",
          .global(
            "aws_dynamodb_table.deliveries", ["stream_view_type": "NEW_AND_OLD_IMAGES"]),
          .global(
            "aws_dynamodb_table_replica.deliveries_us_west_1",
            [
              "provider": "aws.us-west-1",
              "global_table_arn": "${aws_dynamodb_table.deliveries.arn}",
            ]),
          .cells("aws_dynamodb_table", ["": .absent]),
          .cells("aws_dynamodb_table_replica", ["": .absent]))
      },
      CoverageSection("Cell-Based Architecture") {
        CoverageRow(
          "Each region operates as an independent cell with complete isolation. This design limits the blast radius of failures",
          "isolated but for the data tier, which has one owner; a cell reads nothing outside its own "
            + "region",
          .cells(
            "terraform",
            ["backend.s3.key": "cells/<cell>/terraform.tfstate", "backend.s3.region": "<region>"]),
          .cells("provider.aws", ["": .count(1), "[0].region": "<region>"]))
      },
      CoverageSection("What is a Cell?") {
        CoverageRow(
          "its own compute, storage, and messaging infrastructure", nil,
          .cells("aws_eks_cluster", ["": .count(1)]),
          .cells("aws_rds_cluster", ["": .count(1)]),
          .cells("aws_sns_topic.alert_events", ["name": "bizcomms-<cell>-alert-events"]))
        CoverageRow(
          "Cells share global data via Aurora Global Database and DynamoDB Global Tables", nil,
          .global("aws_rds_global_cluster", ["": .count(1)]),
          .global("aws_dynamodb_table", ["": .count(2)]),
          .global("aws_dynamodb_table_replica", ["": .count(2)]))
      },
      CoverageSection("Cell Components") {
        CoverageRow(
          "| VPC | Network | Isolated network per region | None (regional) |", nil,
          .cells("aws_vpc", ["": .count(1)]),
          .use1("aws_vpc.main", ["cidr_block": "10.0.0.0/16"]),
          .usw1("aws_vpc.main", ["cidr_block": "10.1.0.0/16"]))
        CoverageRow(
          "| EKS Cluster | Compute | Kubernetes orchestration | None (regional) |", nil,
          .cells("aws_eks_cluster.main", ["name": "bizcomms-<cell>-eks"]))
        CoverageRow(
          "| Aurora Cluster | Storage | Transactional data (alerts, recipients) | <1s (Global DB) |",
          nil,
          .use1("aws_rds_cluster.alerts", ["database_name": "alerts"]),
          .global("aws_rds_global_cluster.alerts", ["database_name": "alerts"]),
          .cells(
            "aws_rds_cluster.alerts",
            [
              "cluster_identifier": "bizcomms-<cell>-alerts",
              "global_cluster_identifier": "bizcomms-production-alerts",
            ]))
        CoverageRow(
          "| DynamoDB Table | Storage | Delivery status tracking | Eventually consistent (Global Tables) |",
          nil,
          .global(
            "aws_dynamodb_table.deliveries",
            ["hash_key": "alert_id", "range_key": "recipient_channel"]),
          .global(
            "aws_dynamodb_table_replica.deliveries_us_west_1",
            [
              "provider": "aws.us-west-1",
              "global_table_arn": "${aws_dynamodb_table.deliveries.arn}",
            ]))
        CoverageRow(
          "| SQS Queue | Messaging | Alert processing queue | None (regional) |", nil,
          .cells("aws_sqs_queue.alert_processing", ["name": "bizcomms-<cell>-alert-processing"]))
        CoverageRow(
          "| SNS Topic | Messaging | Event pub/sub | None (regional) |", nil,
          .cells("aws_sns_topic.alert_events", ["name": "bizcomms-<cell>-alert-events"]))
      },
    ])
}
