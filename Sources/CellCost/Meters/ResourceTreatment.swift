public import CellModel

/// How a bill deals with a type of resource.
///
/// A test goes over every type that the synthesis emits and asks for one of these: what is neither
/// metered nor known to be free can't slip into a bill as nothing.
public enum ResourceTreatment: Sendable {
  /// Somebody pays for it: meters say what.
  case metered
  /// What it costs is counted with another type, for the reason given.
  case partOf(String, because: String)
  /// It costs nothing, as the fact's source says.
  case free(Fact<String>)
}

extension ResourceTreatment {
  /// The treatment of a type such as `aws_nat_gateway`; nil for a type that nothing is known of, which
  /// a bill shows as unknown.
  public static func of(_ type: String) -> ResourceTreatment? {
    if meters[type] != nil { return .metered }
    if let (other, reason) = counted[type] { return .partOf(other, because: reason) }
    return free.first { $0.types.contains(type) }.map { .free($0.fact) }
  }

  static let meters: [String: Meter] = [
    "aws_cloudtrail": meterTrail,
    "aws_cloudwatch_composite_alarm": meterCompositeAlarm,
    "aws_cloudwatch_dashboard": meterDashboard,
    "aws_cloudwatch_log_group": meterLogGroup,
    "aws_cloudwatch_log_metric_filter": meterMetricFilter,
    "aws_cloudwatch_metric_alarm": meterAlarm,
    "aws_dynamodb_table": meterTable,
    "aws_dynamodb_table_replica": meterTableReplica,
    "aws_ecr_repository": meterRepository,
    "aws_eip": meterAddress,
    "aws_eks_addon": meterAddon,
    "aws_eks_cluster": meterCluster,
    "aws_eks_fargate_profile": meterFargateProfile,
    "aws_eks_node_group": meterNodeGroup,
    "aws_flow_log": meterFlowLog,
    "aws_iam_instance_profile": meterInstanceProfile,
    "aws_kinesis_firehose_delivery_stream": meterStream,
    "aws_kms_key": meterKey,
    "aws_lambda_function": meterFunction,
    "aws_lb": meterLoadBalancer,
    "aws_nat_gateway": meterNATGateway,
    "aws_rds_cluster": meterDatabaseCluster,
    "aws_rds_cluster_instance": meterDatabaseInstance,
    "aws_rds_global_cluster": meterGlobalCluster,
    "aws_route53_health_check": meterHealthCheck,
    "aws_route53_zone": meterZone,
    "aws_s3_bucket": meterBucket,
    "aws_scheduler_schedule": meterSchedule,
    "aws_secretsmanager_secret": meterSecret,
    "aws_sns_topic": meterTopic,
    "aws_sns_topic_subscription": meterSubscription,
    "aws_sqs_queue": meterQueue,
    "aws_vpc": meterNetwork,
    "aws_vpc_endpoint": meterEndpoint,
    "aws_wafv2_web_acl": meterWebACL,
  ]

  private static let counted: [String: (type: String, reason: String)] = [
    "aws_cloudwatch_log_subscription_filter": (
      "aws_kinesis_firehose_delivery_stream", "what it passes on is paid for where it arrives"
    ),
    "aws_launch_template": ("aws_eks_node_group", "it shapes machines and starts none"),
    "aws_route53_record": (
      "aws_route53_zone", "queries are paid for by the zone; an alias of a load balancer is free"
    ),
    "aws_s3_bucket_lifecycle_configuration": (
      "aws_s3_bucket", "objects are priced as if they stayed in the standard class"
    ),
    "aws_s3_bucket_versioning": ("aws_s3_bucket", "versions are objects like others"),
    "aws_secretsmanager_secret_version": (
      "aws_secretsmanager_secret", "a secret costs the same however many versions it has"
    ),
    "aws_subnet": ("aws_vpc", "bytes between zones are paid for by the network"),
    "aws_wafv2_web_acl_logging_configuration": (
      "aws_cloudwatch_log_group", "what it writes is taken in by a log group"
    ),
  ]
}
