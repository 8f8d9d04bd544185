/// What each service accepts as a name.
public enum NameLimits {
  /// Every limit, for checks that go through all of them.
  public static let all: [Fact<NameLimit>] = [
    eksCluster, eksNodeGroup, iamRole, iamPolicy, sqsQueue, snsTopic, dynamoDBTable, s3Bucket,
    rdsCluster, rdsInstance, rdsGlobalCluster, dbSubnetGroup, kmsAlias, secret, parameter,
    kubernetesName, loadBalancer, targetGroup, logGroup, dnsLabel, ecrRepository, alarm, webACL,
    eventRule,
    dashboard, deliveryStream,
    function, schedule, trail,
    fargateProfile, instanceProfile, inlinePolicy, launchTemplate, securityGroup,
    clusterParameterGroup,
    clusterSnapshot, metricFilter, subscriptionFilter, logStream, savedQuery,
  ]

  /// An EKS cluster.
  public static let eksCluster = Fact(
    NameLimit("an EKS cluster", 1...100, .lettersAndDigits.and("-_"), first: .lettersAndDigits),
    source: "Amazon EKS API Reference, CreateCluster (service model in botocore 1.44.5)")

  /// A managed node group, without the ending that tells a new one from the one that it replaces.
  public static let eksNodeGroup = Fact(
    NameLimit("an EKS node group", 1...36, .lettersAndDigits.and("-_"), first: .lettersAndDigits),
    source: "AWS provider 5.100, aws_eks_node_group, node_group_name_prefix",
    note: "EKS takes 63 characters, of which a hyphen and the provider's 26 are the ending")

  /// An IAM role, whose name is the same in upper and lower case.
  public static let iamRole = Fact(
    NameLimit("an IAM role", 1...64, .lettersAndDigits.and("_+=,.@-")),
    source: "IAM API Reference, CreateRole (service model in botocore 1.44.5)")

  /// A managed IAM policy.
  public static let iamPolicy = Fact(
    NameLimit("an IAM policy", 1...128, .lettersAndDigits.and("_+=,.@-")),
    source: "IAM API Reference, CreatePolicy (service model in botocore 1.44.5)")

  /// An SQS queue; the suffix of a FIFO queue counts.
  public static let sqsQueue = Fact(
    NameLimit("an SQS queue", 1...80, .lettersAndDigits.and("-_"), optionalSuffix: ".fifo"),
    source: "Amazon SQS API Reference, CreateQueue (service model in botocore 1.44.5)")

  /// An SNS topic; the suffix of a FIFO topic counts.
  public static let snsTopic = Fact(
    NameLimit("an SNS topic", 1...256, .lettersAndDigits.and("-_"), optionalSuffix: ".fifo"),
    source: "Amazon SNS API Reference, CreateTopic (service model in botocore 1.44.5)")

  /// A DynamoDB table.
  public static let dynamoDBTable = Fact(
    NameLimit("a DynamoDB table", 3...255, .lettersAndDigits.and("_.-")),
    source: "Amazon DynamoDB API Reference, TableName (service model in botocore 1.44.5)")

  /// A general-purpose bucket.
  public static let s3Bucket = Fact(
    NameLimit(
      "an S3 bucket", 3...63, .lowerCaseAndDigits.and(".-"), first: .lowerCaseAndDigits,
      last: .lowerCaseAndDigits, reservedPrefixes: ["xn--", "sthree-", "amzn-s3-demo-"],
      reservedSuffixes: ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"],
      refusedParts: [".."]),
    source: "Amazon S3 User Guide, \"General purpose bucket naming rules\"",
    note: "the form of an IP address is refused too, which is not checked")

  /// An Aurora cluster.
  public static let rdsCluster = Fact(
    rdsIdentifier("an Aurora cluster", 1...63),
    source: "Amazon RDS API Reference, CreateDBCluster (service model in botocore 1.44.5)",
    note: "RDS lowers upper-case letters, so AWS provider 5.100 refuses them")

  /// An instance of an Aurora cluster.
  public static let rdsInstance = Fact(
    rdsIdentifier("an RDS instance", 1...63),
    source: "Amazon RDS API Reference, CreateDBInstance (service model in botocore 1.44.5)",
    note: "RDS lowers upper-case letters, so AWS provider 5.100 refuses them")

  /// An Aurora global database.
  public static let rdsGlobalCluster = Fact(
    rdsIdentifier("an Aurora global database", 1...255),
    source: "Amazon RDS API Reference, CreateGlobalCluster, for the length; AWS provider 5.100, "
      + "aws_rds_global_cluster, for the characters",
    note: "the API would take :, . and _ as well, which the provider refuses")

  /// A DB subnet group.
  public static let dbSubnetGroup = Fact(
    NameLimit(
      "a DB subnet group", 1...255, .lowerCaseAndDigits.and("._- "), first: .lowerCase,
      reservedNames: ["default"]),
    source: "Amazon RDS API Reference, CreateDBSubnetGroup (service model in botocore 1.44.5)",
    note: "RDS lowers upper-case letters, so AWS provider 5.100 refuses them")

  /// An alias of a KMS key, `alias/` included.
  public static let kmsAlias = Fact(
    NameLimit(
      "a KMS alias", 1...256, .lettersAndDigits.and("/_-"), requiredPrefix: "alias/",
      reservedPrefixes: ["alias/aws/"]),
    source: "AWS KMS API Reference, CreateAlias (service model in botocore 1.44.5)")

  /// A secret.
  public static let secret = Fact(
    NameLimit("a secret", 1...512, .lettersAndDigits.and("/_+=.@-")),
    source: "AWS Secrets Manager API Reference, CreateSecret (service model in botocore 1.44.5)",
    note: "AWS advises against an ending of a hyphen and six characters, which looks like an ARN's")

  /// A parameter of Systems Manager, as a path.
  public static let parameter = Fact(
    NameLimit(
      "an SSM parameter", 1...961, .lettersAndDigits.and("_.-/"),
      reservedPrefixes: ["aws", "ssm", "/aws", "/ssm"], maximumLevels: 15),
    source: "AWS Systems Manager API Reference, PutParameter (service model in botocore 1.44.5)",
    note: "the limit is 1011 with the ARN in front of it, 50 characters in the longest region name")

  /// A Kubernetes object whose name becomes a host name: services, namespaces.
  public static let kubernetesName = Fact(
    NameLimit(
      "a Kubernetes object", 1...63, .lowerCaseAndDigits.and("-"), first: .lowerCaseAndDigits,
      last: .lowerCaseAndDigits),
    source: "Kubernetes documentation, \"Object Names and IDs\", RFC 1123 label names")

  /// An application load balancer.
  public static let loadBalancer = Fact(
    NameLimit(
      "a load balancer", 1...32, .lettersAndDigits.and("-"), first: .lettersAndDigits,
      last: .lettersAndDigits, reservedPrefixes: ["internal-"]),
    source: "Elastic Load Balancing API Reference, CreateLoadBalancer (service model in botocore "
      + "1.44.5)")

  /// A target group.
  public static let targetGroup = Fact(
    NameLimit(
      "a target group", 1...32, .lettersAndDigits.and("-"), first: .lettersAndDigits,
      last: .lettersAndDigits),
    source: "Elastic Load Balancing API Reference, CreateTargetGroup (service model in botocore "
      + "1.44.5)")

  /// A CloudWatch log group.
  public static let logGroup = Fact(
    NameLimit(
      "a log group", 1...512, .lettersAndDigits.and(".-_/#"), reservedPrefixes: ["aws/"]),
    source: "Amazon CloudWatch Logs API Reference, CreateLogGroup (service model in botocore "
      + "1.44.5)")

  /// One label of a record in Route 53 that names a host.
  public static let dnsLabel = Fact(
    NameLimit(
      "a host", 1...63, .lowerCaseAndDigits.and("-"), first: .lowerCaseAndDigits,
      last: .lowerCaseAndDigits),
    source: "Amazon Route 53 Developer Guide, \"DNS domain name format\"; RFC 1123, section 2.1")

  /// A repository of ECR.
  public static let ecrRepository = Fact(
    NameLimit(
      "an ECR repository", 2...256, .lowerCaseAndDigits.and("._-/"), first: .lowerCaseAndDigits,
      last: .lowerCaseAndDigits, refusedParts: ["..", "//", "___", "/.", "./", "/-", "-/"]),
    source: "Amazon ECR API Reference, CreateRepository (service model in botocore 1.44.5)")

  /// A CloudWatch alarm; AWS takes more than these characters, a person who reads it does not.
  public static let alarm = Fact(
    NameLimit("an alarm", 1...255, .lettersAndDigits.and("_./ -")),
    source: "Amazon CloudWatch API Reference, PutMetricAlarm (service model in botocore 1.44.5)")

  /// A CloudWatch dashboard.
  public static let dashboard = Fact(
    NameLimit("a dashboard", 1...255, .lettersAndDigits.and("_-")),
    source: "Amazon CloudWatch API Reference, PutDashboard, DashboardName")

  /// A delivery stream of Amazon Data Firehose.
  public static let deliveryStream = Fact(
    NameLimit("a Firehose stream", 1...64, .lettersAndDigits.and("_.-")),
    source: "Amazon Data Firehose API Reference, CreateDeliveryStream (service model in botocore "
      + "1.43.11)")

  /// A web ACL of AWS WAF.
  public static let webACL = Fact(
    NameLimit("a web ACL", 1...128, .lettersAndDigits.and("_-")),
    source: "AWS WAF API Reference, CreateWebACL (service model in botocore 1.44.5)")

  /// A rule of EventBridge.
  public static let eventRule = Fact(
    NameLimit("an EventBridge rule", 1...64, .lettersAndDigits.and("._-")),
    source: "Amazon EventBridge API Reference, PutRule (service model in botocore 1.44.5)")

  /// A Lambda function.
  public static let function = Fact(
    NameLimit("a Lambda function", 1...64, .lettersAndDigits.and("-_")),
    source: "AWS Lambda API Reference, CreateFunction (service model in botocore 1.44.5)")

  /// A schedule of EventBridge Scheduler, or a group of them.
  public static let schedule = Fact(
    NameLimit("a schedule", 1...64, .lettersAndDigits.and("-_.")),
    source: "EventBridge Scheduler API Reference, CreateSchedule and CreateScheduleGroup (service "
      + "model in botocore 1.44.5)")

  /// A trail of CloudTrail.
  public static let trail = Fact(
    NameLimit(
      "a trail", 3...128, .lettersAndDigits.and("._-"), first: .lettersAndDigits,
      last: .lettersAndDigits,
      refusedParts: ["..", "._", ".-", "_.", "__", "_-", "-.", "-_", "--"]),
    source: "AWS CloudTrail API Reference, CreateTrail (service model in botocore 1.44.5)")

  static func rdsIdentifier(_ subject: String, _ length: ClosedRange<Int>) -> NameLimit {
    NameLimit(
      subject, length, .lowerCaseAndDigits.and("-"), first: .lowerCase, last: .lowerCaseAndDigits,
      refusedParts: ["--"])
  }
}
