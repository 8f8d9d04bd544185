import CellContract
import CellDescription
import CellModel
import Cells
import TerraformDocument
import Testing

/// Every name that we give has a limit, so that none is found too long by AWS first.
@Suite struct NameCoverageTests {
  @Test(arguments: ["our fleet", "every choice"])
  func `every named resource has a limit, and a name within it`(_ name: String) throws {
    let fleet = try WrittenFleet(name == "our fleet" ? Cells.fleet : everyChoice)
    let names = fleet.all.flatMap { root in Self.names(in: root.allBlocks()) }
    #expect(names.count > 100)
    #expect(Set(names.compactMap { $0.problem }).sorted() == [])
  }

  @Test func `finds a resource without a limit, and a name that its service refuses`() {
    let names = Self.names(in: [
      "aws_mainframe": ["main": ["name": "bizcomms"]],
      "aws_sqs_queue": ["a": ["name": "a.b"], "b": ["name": "${local.name}"], "c": ["name": "c"]],
      "aws_security_group": ["a": ["name_prefix": .string(String(repeating: "a", count: 230))]],
      "aws_route53_record": ["a": ["name": "*.api_1.example.com"]],
    ])
    #expect(names.count == 5)
    #expect(
      names.compactMap { $0.problem }.sorted() == [
        "\"a.b\" contains \".\"; the name of an SQS queue takes letters, digits, - and _",
        "\"\(String(repeating: "a", count: 230) + ending)\" has 256 characters; "
          + "the name of a security group has at most 255",
        "\"api_1\" contains \"_\"; the name of a host takes lower-case letters, digits and -",
        "aws_mainframe.name has no row in NameLimits, nor a line here that says whose name it is",
      ])
  }

  @Test func `objects of Kubernetes have names that can be host names`() {
    let names = ServiceName.allCases.map(\.contract.workload) + [ServiceContract.namespace]
    for name in names { #expect(NameLimits.kubernetesName.value.problem(with: name) == nil) }
  }

  /// What the provider puts behind a prefix. Source: AWS provider 5.100, `name_prefix` of a security
  /// group: a time and a counter in 26 digits.
  private static let ending = String(repeating: "0", count: 26)
  private var ending: String { Self.ending }

  /// A literal text of a block in an argument that names something.
  private struct Name {
    /// `aws_sqs_queue.name`
    let argument: String
    let text: String

    var problem: String? {
      if NameCoverageTests.namesOfOthers[argument] != nil { return nil }
      if NameCoverageTests.domains.contains(argument) {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        return labels.filter { $0 != "*" }.lazy
          .compactMap { NameLimits.dnsLabel.value.problem(with: $0) }.first
      }
      guard let limit = NameCoverageTests.limits[argument] else {
        return "\(argument) has no row in NameLimits, nor a line here that says whose name it is"
      }
      let isPrefix = argument == "aws_security_group.name_prefix"
      return limit.value.problem(with: isPrefix ? text + NameCoverageTests.ending : text)
    }
  }

  private static func names(in blocks: [String: [String: TerraformJSON]]) -> [Name] {
    blocks.flatMap { type, named in
      named.values.flatMap { body in
        body.members.compactMap { argument, value -> Name? in
          let isName =
            ["name", "bucket", "identifier"].contains(argument)
            || ["_name", "_identifier", "name_prefix"].contains { argument.hasSuffix($0) }
          guard isName, let text = value.text, !text.contains("${") else { return nil }
          return Name(argument: "\(type).\(argument)", text: text)
        }
      }
    }
  }

  /// Names of hosts, label by label.
  private static let domains: Set = [
    "aws_acm_certificate.domain_name", "aws_route53_record.name", "aws_route53_zone.name",
  ]

  /// Arguments that name what somebody else named, with who.
  private static let namesOfOthers = [
    "aws_cloudwatch_metric_alarm.metric_name": "the contract or AWS; MetricAgreementTests",
    "aws_eks_addon.addon_name": "EKS",
    "aws_iam_service_linked_role.aws_service_name": "AWS",
    "aws_rds_cluster.database_name": "the contract: a database inside of PostgreSQL",
    "aws_rds_cluster.global_cluster_identifier": "aws_rds_global_cluster",
    "aws_rds_cluster_instance.ca_cert_identifier": "RDS",
    "aws_rds_global_cluster.database_name": "the contract: a database inside of PostgreSQL",
    "aws_route53_health_check.cloudwatch_alarm_name": "aws_cloudwatch_metric_alarm",
    "aws_route53_record.set_identifier": "a role or a region, which is short",
    "aws_vpc_endpoint.service_name": "AWS",
  ]

  private static let limits: [String: Fact<NameLimit>] = [
    "aws_cloudtrail.name": NameLimits.trail,
    "aws_cloudwatch_composite_alarm.alarm_name": NameLimits.alarm,
    "aws_cloudwatch_dashboard.dashboard_name": NameLimits.dashboard,
    "aws_cloudwatch_event_rule.name": NameLimits.eventRule,
    "aws_cloudwatch_log_group.name": NameLimits.logGroup,
    "aws_cloudwatch_log_metric_filter.name": NameLimits.metricFilter,
    "aws_cloudwatch_log_stream.name": NameLimits.logStream,
    "aws_cloudwatch_log_subscription_filter.name": NameLimits.subscriptionFilter,
    "aws_cloudwatch_metric_alarm.alarm_name": NameLimits.alarm,
    "aws_cloudwatch_query_definition.name": NameLimits.savedQuery,
    "aws_db_subnet_group.name": NameLimits.dbSubnetGroup,
    "aws_dynamodb_table.name": NameLimits.dynamoDBTable,
    "aws_ecr_repository.name": NameLimits.ecrRepository,
    "aws_eks_cluster.name": NameLimits.eksCluster,
    "aws_eks_node_group.node_group_name_prefix": NameLimits.eksNodeGroup,
    "aws_eks_fargate_profile.fargate_profile_name": NameLimits.fargateProfile,
    "aws_iam_instance_profile.name": NameLimits.instanceProfile,
    "aws_iam_policy.name": NameLimits.iamPolicy,
    "aws_iam_role.name": NameLimits.iamRole,
    "aws_iam_role_policy.name": NameLimits.inlinePolicy,
    "aws_kinesis_firehose_delivery_stream.name": NameLimits.deliveryStream,
    "aws_kms_alias.name": NameLimits.kmsAlias,
    "aws_lambda_function.function_name": NameLimits.function,
    "aws_launch_template.name": NameLimits.launchTemplate,
    "aws_lb.name": NameLimits.loadBalancer,
    "aws_lb_target_group.name": NameLimits.targetGroup,
    "aws_rds_cluster.cluster_identifier": NameLimits.rdsCluster,
    "aws_rds_cluster.final_snapshot_identifier": NameLimits.clusterSnapshot,
    "aws_rds_cluster_instance.identifier": NameLimits.rdsInstance,
    "aws_rds_cluster_parameter_group.name": NameLimits.clusterParameterGroup,
    "aws_rds_global_cluster.global_cluster_identifier": NameLimits.rdsGlobalCluster,
    "aws_s3_bucket.bucket": NameLimits.s3Bucket,
    "aws_scheduler_schedule.name": NameLimits.schedule,
    "aws_scheduler_schedule_group.name": NameLimits.schedule,
    "aws_secretsmanager_secret.name": NameLimits.secret,
    "aws_security_group.name": NameLimits.securityGroup,
    "aws_security_group.name_prefix": NameLimits.securityGroup,
    "aws_sns_topic.name": NameLimits.snsTopic,
    "aws_sqs_queue.name": NameLimits.sqsQueue,
    "aws_ssm_parameter.name": NameLimits.parameter,
    "aws_wafv2_web_acl.name": NameLimits.webACL,
  ]
}
