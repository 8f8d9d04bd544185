/// Names of what belongs to something else: parts of a role, a cluster, a log group.
extension NameLimits {
  /// A Fargate profile.
  public static let fargateProfile = Fact(
    NameLimit("a Fargate profile", 1...63, .lettersAndDigits.and("-_")),
    source: "github.com/awslabs/cdk-eks-blueprints, FargateProfileConstraints",
    note: "AWS's own pages give no limit")

  /// An instance profile.
  public static let instanceProfile = Fact(
    NameLimit("an instance profile", 1...128, .lettersAndDigits.and("_+=,.@-")),
    source: "IAM API Reference, CreateInstanceProfile (service model in botocore 1.43.106)")

  /// A policy inside a role.
  public static let inlinePolicy = Fact(
    NameLimit("an inline policy", 1...128, .lettersAndDigits.and("_+=,.@-")),
    source: "IAM API Reference, PutRolePolicy (service model in botocore 1.43.106)")

  /// A launch template; the API gives no limit, the provider does.
  public static let launchTemplate = Fact(
    NameLimit("a launch template", 3...125, .lettersAndDigits.and("()./_-")),
    source: "AWS provider, internal/verify/validate.go, the check of a launch template's name")

  /// A security group, whose name is the same in upper and lower case.
  public static let securityGroup = Fact(
    NameLimit(
      "a security group", 1...255, .lettersAndDigits.and(" ._-:/()#,@[]+=&;{}!$*"),
      reservedPrefixes: ["sg-"]),
    source: "Amazon EC2 API Reference, CreateSecurityGroup, GroupName (service model in botocore "
      + "1.43.106)")

  /// A parameter group of an Aurora cluster.
  public static let clusterParameterGroup = Fact(
    NameLimit(
      "a DB cluster parameter group", 1...255, .lowerCaseAndDigits.and(".-"), first: .lowerCase,
      last: .lowerCaseAndDigits.and("."), refusedParts: ["--"]),
    source: "AWS provider, internal/service/rds/validate.go, the check of a parameter group's name")

  /// A snapshot of an Aurora cluster.
  public static let clusterSnapshot = Fact(
    rdsIdentifier("a snapshot of an Aurora cluster", 1...63),
    source: "Amazon RDS API Reference, CreateDBClusterSnapshot (service model in botocore "
      + "1.43.106)",
    note: "RDS lowers upper-case letters")

  /// A filter that counts lines of a log group.
  public static let metricFilter = Fact(
    logFilter("a metric filter"),
    source: "Amazon CloudWatch Logs API Reference, PutMetricFilter (service model in botocore "
      + "1.43.106)",
    note: "the API takes everything but : and *, a person who reads it does not")

  /// A filter that passes lines of a log group on.
  public static let subscriptionFilter = Fact(
    logFilter("a subscription filter"),
    source:
      "Amazon CloudWatch Logs API Reference, PutSubscriptionFilter (service model in botocore "
      + "1.43.106)",
    note: "the API takes everything but : and *, a person who reads it does not")

  /// A stream of a log group.
  public static let logStream = Fact(
    logFilter("a log stream"),
    source: "Amazon CloudWatch Logs API Reference, CreateLogStream (service model in botocore "
      + "1.43.106)",
    note: "the API takes everything but : and *, a person who reads it does not")

  /// A query of CloudWatch Logs Insights that is kept under a name.
  public static let savedQuery = Fact(
    NameLimit("a saved query", 1...255, .lettersAndDigits.and("_./ -")),
    source: "Amazon CloudWatch Logs API Reference, PutQueryDefinition (service model in botocore "
      + "1.43.106)",
    note: "the API takes any characters, a person who reads it does not")

  private static func logFilter(_ subject: String) -> NameLimit {
    NameLimit(subject, 1...512, .lettersAndDigits.and("_./ -"))
  }
}
