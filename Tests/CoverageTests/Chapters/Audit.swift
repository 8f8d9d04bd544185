extension CoverageChapter {
  static let audit = CoverageChapter(
    title: "Security: audit and checklist",
    sections: [
      CoverageSection("6. Audit Logging") {
        CoverageRow(
          "- CloudTrail: All AWS API calls logged",
          "management events of every region, and of data the states of Terraform",
          .global(
            "aws_cloudtrail.main",
            [
              "name": "bizcomms-production-audit", "is_multi_region_trail": true,
              "include_global_service_events": true, "enable_log_file_validation": true,
              "kms_key_id": "${aws_kms_key.audit.arn}",
              "s3_bucket_name": "${aws_s3_bucket.audit.id}",
              "advanced_event_selector[name=Management events].field_selector[field=eventCategory].equals":
                ["Management"],
              "advanced_event_selector[name=Terraform states].field_selector[field=resources.ARN].starts_with":
                [
                  "arn:aws:s3:::bizcomms-production-123456789012-tfstate-us-east-1/",
                  "arn:aws:s3:::bizcomms-production-123456789012-tfstate-us-west-1/",
                ],
            ]),
          .global("aws_s3_bucket.audit", ["bucket": "bizcomms-production-123456789012-audit"]))
        CoverageRow(
          "- CloudWatch Logs: Application logs (API, Worker, Poller)", nil,
          .cells(
            "aws_cloudwatch_log_group.api",
            ["name": "/aws/eks/bizcomms-<cell>/api", "kms_key_id": "${aws_kms_key.logs.arn}"]),
          .cells(
            "aws_cloudwatch_log_group.worker",
            ["name": "/aws/eks/bizcomms-<cell>/worker", "kms_key_id": "${aws_kms_key.logs.arn}"]),
          .cells(
            "aws_cloudwatch_log_group.poller",
            ["name": "/aws/eks/bizcomms-<cell>/poller", "kms_key_id": "${aws_kms_key.logs.arn}"]))
        CoverageRow(
          "- VPC Flow Logs: Network traffic analysis", nil,
          .cells(
            "aws_flow_log.main",
            [
              "traffic_type": "ALL", "vpc_id": "${aws_vpc.main.id}",
              "log_destination": "${aws_cloudwatch_log_group.flow_logs.arn}",
            ]),
          .cells(
            "aws_cloudwatch_log_group.flow_logs",
            ["name": "/aws/vpc/bizcomms-<cell>/flow-logs", "retention_in_days": 30]))
      },
      CoverageSection("Security Checklist"),
      CoverageSection("Infrastructure") {
        CoverageRow(
          "- VPC with private subnets", nil,
          .zones("aws_subnet.private_<zone>", ["vpc_id": "${aws_vpc.main.id}"]))
        CoverageRow(
          "- Security groups (least privilege)",
          "the world reaches the load balancer, it the API's pods, and the cluster's machines and pods "
            + "the database",
          .cells("aws_vpc_security_group_ingress_rule", ["": .count(4)]),
          .cells(
            "aws_vpc_security_group_ingress_rule.load_balancer_https",
            ["cidr_ipv4": "0.0.0.0/0", "from_port": 443, "to_port": 443]),
          .cells(
            "aws_vpc_security_group_ingress_rule.load_balancer_http",
            ["cidr_ipv4": "0.0.0.0/0", "from_port": 80, "to_port": 80]),
          .cells(
            "aws_vpc_security_group_ingress_rule.pods_load_balancer",
            [
              "from_port": 8000,
              "referenced_security_group_id": "${aws_security_group.load_balancer.id}",
            ]),
          .cells(
            "aws_vpc_security_group_ingress_rule.alerts_nodes",
            [
              "from_port": 5432,
              "referenced_security_group_id":
                "${aws_eks_cluster.main.vpc_config[0].cluster_security_group_id}",
            ]))
        CoverageRow(
          "- WAF with managed rules", nil,
          .cells("aws_wafv2_web_acl.main", ["rule": .count(7)]))
        CoverageRow(
          "- NACLs for subnet protection",
          "one for each tier; only PostgreSQL reaches the database's",
          .cells("aws_network_acl", ["": .count(3)]),
          .use1(
            "aws_network_acl.public",
            [
              "subnet_ids": [
                "${aws_subnet.public_use1_az1.id}", "${aws_subnet.public_use1_az2.id}",
                "${aws_subnet.public_use1_az4.id}",
              ],
              "ingress[rule_no=100].from_port": 443,
            ]),
          .usw1(
            "aws_network_acl.public",
            [
              "subnet_ids": [
                "${aws_subnet.public_usw1_az1.id}", "${aws_subnet.public_usw1_az3.id}",
              ],
              "ingress[rule_no=100].from_port": 443,
            ]),
          .use1(
            "aws_network_acl.private",
            [
              "subnet_ids": [
                "${aws_subnet.private_use1_az1.id}", "${aws_subnet.private_use1_az2.id}",
                "${aws_subnet.private_use1_az4.id}",
              ]
            ]),
          .usw1(
            "aws_network_acl.private",
            [
              "subnet_ids": [
                "${aws_subnet.private_usw1_az1.id}", "${aws_subnet.private_usw1_az3.id}",
              ]
            ]),
          .use1(
            "aws_network_acl.database",
            [
              "subnet_ids": [
                "${aws_subnet.database_use1_az1.id}", "${aws_subnet.database_use1_az2.id}",
                "${aws_subnet.database_use1_az4.id}",
              ],
              "ingress": .count(3), "ingress[cidr_block=10.0.32.0/19].to_port": 5432,
              "ingress[cidr_block=10.0.64.0/19].to_port": 5432,
              "ingress[cidr_block=10.0.96.0/19].to_port": 5432,
            ]),
          .usw1(
            "aws_network_acl.database",
            [
              "subnet_ids": [
                "${aws_subnet.database_usw1_az1.id}", "${aws_subnet.database_usw1_az3.id}",
              ],
              "ingress": .count(2), "ingress[cidr_block=10.1.32.0/19].to_port": 5432,
              "ingress[cidr_block=10.1.64.0/19].to_port": 5432,
            ]))
      },
      CoverageSection("Application") {
        CoverageRow(
          "- IRSA for pod authentication", nil,
          .values("services.api", ["serviceAccount.name": "bizcomms-api"]),
          .values("services.worker", ["serviceAccount.name": "bizcomms-worker"]),
          .values("services.poller", ["serviceAccount.name": "bizcomms-poller"]))
        CoverageRow(
          "- Secrets Manager integration", nil,
          .values(
            "services.worker",
            ["env[name=BIZCOMMS_SECRET_TWILIO_NAME].value": "bizcomms-production/twilio"]))
        CoverageRow(
          "- Input validation (Pydantic)", "in Swift, as the rest is",
          shownBy: "everything that is wrong stands in one answer", "each mistake has its status")
        CoverageRow(
          "- Container image scanning (Trivy)", "by ECR, on every push",
          .regions(
            "aws_ecr_repository.api_<region_name>",
            ["image_scanning_configuration.scan_on_push": true]),
          .regions(
            "aws_ecr_repository.worker_<region_name>",
            ["image_scanning_configuration.scan_on_push": true]),
          .regions(
            "aws_ecr_repository.poller_<region_name>",
            ["image_scanning_configuration.scan_on_push": true]))
      },
    ])
}
