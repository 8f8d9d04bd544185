import CellModel

extension ResourceTreatment {
  /// Types that cost nothing, with what to call each fact in a list.
  static let free: [(name: String, types: Set<String>, fact: Fact<String>)] = [
    (
      "arrangements",
      [
        "aws_acm_certificate_validation", "aws_cloudwatch_event_rule", "aws_cloudwatch_log_stream",
        "aws_db_subnet_group", "aws_default_security_group", "aws_ec2_tag",
        "aws_ecr_repository_policy", "aws_eks_access_policy_association",
        "aws_elasticache_subnet_group", "aws_iam_openid_connect_provider", "aws_iam_policy",
        "aws_iam_role", "aws_iam_role_policy", "aws_iam_role_policy_attachment",
        "aws_iam_service_linked_role",
        "aws_internet_gateway", "aws_kms_alias", "aws_lambda_function_event_invoke_config",
        "aws_lb_listener", "aws_lb_target_group", "aws_network_acl", "aws_network_acl_rule",
        "aws_rds_cluster_parameter_group", "aws_route", "aws_route_table",
        "aws_route_table_association", "aws_s3_bucket_logging", "aws_s3_bucket_ownership_controls",
        "aws_s3_bucket_policy", "aws_s3_bucket_public_access_block",
        "aws_s3_bucket_server_side_encryption_configuration", "aws_scheduler_schedule_group",
        "aws_security_group", "aws_sns_topic_policy", "aws_sqs_queue_policy",
        "aws_sqs_queue_redrive_allow_policy", "aws_sqs_queue_redrive_policy",
        "aws_vpc_security_group_egress_rule", "aws_vpc_security_group_ingress_rule",
        "aws_wafv2_web_acl_association",
      ],
      Fact(
        "resources that only arrange others",
        source: "Infracost, github.com/infracost/infracost, "
          + "internal/providers/terraform/aws/registry.go, the list of free resources",
        date: FactDate(2026, 8, 21))
    ),
    (
      "certificates",
      ["aws_acm_certificate"],
      Fact(
        "public certificates for services of AWS; a private authority's would cost",
        source: "AWS Certificate Manager pricing, \"Public certificates\"",
        date: .tablesChecked)
    ),
    (
      "eventTargets",
      ["aws_cloudwatch_event_target"],
      Fact(
        "rules on events of AWS and on a schedule, and what they call",
        source: "AWS Price List, quoted on scheduled rules in "
          + "github.com/EA-AI-Projects/small-business-scheduling-assistant",
        date: FactDate(2026, 9, 29))
    ),
    (
      "parameters",
      ["aws_ssm_parameter"],
      Fact(
        "parameters of the standard tier",
        source: "AWS Price List, SKU S4ET88YAD97RYGDK, quoted in "
          + "github.com/EA-AI-Projects/small-business-scheduling-assistant",
        date: FactDate(2026, 9, 29), note: "a parameter of the advanced tier would cost $0.05")
    ),
    (
      "accessEntries",
      ["aws_eks_access_entry"],
      Fact(
        "entries of a cluster, which is what costs",
        source: "Amazon EKS pricing, which has no item for them", date: .tablesChecked)
    ),
    (
      "imagePolicies",
      ["aws_ecr_lifecycle_policy"],
      Fact(
        "policies of a repository, whose images are what costs",
        source: "Amazon ECR pricing, which has no item for them", date: .tablesChecked)
    ),
    (
      "savedQueries",
      ["aws_cloudwatch_query_definition"],
      Fact(
        "saved queries; running one costs by what it reads",
        source: "Amazon CloudWatch pricing, \"Logs\", which has an item for data scanned alone",
        date: .tablesChecked)
    ),
  ]
}
