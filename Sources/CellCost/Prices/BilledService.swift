/// A row of a bill: what AWS lists as one thing and people ask about as one.
public enum BilledService: String, Sendable, Hashable, CaseIterable {
  /// Kubernetes control planes.
  case eks = "EKS"
  /// Machines.
  case ec2 = "EC2 instances"
  /// Pods without machines of ours.
  case fargate = "Fargate"
  /// Disks of machines.
  case ebs = "EBS"
  /// Relational databases.
  case aurora = "Aurora"
  /// Tables.
  case dynamoDB = "DynamoDB"
  /// Load balancers.
  case loadBalancing = "Load balancing"
  /// Ways out of private subnets.
  case natGateways = "NAT gateways"
  /// Addresses that the internet reaches.
  case publicAddresses = "Public IPv4"
  /// Ways to AWS services that leave out the NAT gateway.
  case endpoints = "VPC endpoints"
  /// Bytes that leave a zone, a region or AWS.
  case dataTransfer = "Data transfer"
  /// The web application firewall.
  case waf = "WAF"
  /// Zones, health checks and queries.
  case route53 = "Route 53"
  /// Logs, metrics, alarms and dashboards.
  case cloudWatch = "CloudWatch"
  /// The stream that fills the log archive.
  case firehose = "Firehose"
  /// Objects.
  case s3 = "S3"
  /// The audit trail.
  case cloudTrail = "CloudTrail"
  /// Queues.
  case sqs = "SQS"
  /// Topics.
  case sns = "SNS"
  /// Secrets.
  case secretsManager = "Secrets Manager"
  /// Encryption keys.
  case kms = "KMS"
  /// Container images.
  case ecr = "ECR"
  /// Functions.
  case lambda = "Lambda"
  /// What calls functions at set times.
  case scheduler = "EventBridge Scheduler"
  /// Text messages and calls; not AWS.
  case twilio = "Twilio"
  /// Resources that nothing is known about.
  case other = "Other"
}

extension BilledService: Comparable {
  /// As they are declared.
  public static func < (left: BilledService, right: BilledService) -> Bool {
    left.position < right.position
  }

  private var position: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}
