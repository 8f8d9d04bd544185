import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformDocument

/// What the roles of the repository may do, beside reading what holds no data.
///
/// Regions are `*` but in the names of the state buckets.
/// Names are ours, `bizcomms-…`, wherever a resource has a name; where AWS draws its ID, or the
/// action knows no resource, the statement says so.
/// Source: Service Authorization Reference, 2026-11.
struct DeploymentPermissions {
  let environment: ResolvedEnvironment

  init(_ environment: ResolvedEnvironment) { self.environment = environment }

  var scope: EnvironmentScope { environment.scope }

  /// Of the role that plans, by name.
  var ofPlan: [(String, IAMPolicy)] {
    [
      ("data", IAMPolicy(noData(but: []))),
      ("secrets", IAMPolicy(secrets)),
      ("state", IAMPolicy([lock] + stateKey)),
    ]
  }

  /// Of the role that deploys, by name. IAM takes 6,144 characters a policy and ten policies a role.
  /// Source: IAM User Guide, "IAM and AWS STS quotas", 2026-11.
  var ofDeploy: [(String, IAMPolicy)] {
    [
      ("data", IAMPolicy(noData(but: Self.copyingTables))),
      ("identity", IAMPolicy(identity)),
      ("keys", IAMPolicy(keys)),
      ("network", IAMPolicy(network)),
      ("secrets", IAMPolicy(secrets)),
      ("services", IAMPolicy(services)),
      ("state", IAMPolicy([state] + stateKey)),
    ]
  }

  /// What no role of the environment may be allowed, whoever wrote its policies: no more than its
  /// own work, and no other identity. Karpenter makes the profiles of its machines, and EKS and load
  /// balancing the roles that are theirs.
  ///
  /// No role opens a secret that no service reads: the master users' are Terraform's alone. And none
  /// says that a standby takes over; people do. A line of a log can hold a metric of any namespace,
  /// which no policy tells apart: the alarm on a takeover tells of that.
  /// Sources: Service Authorization Reference, Amazon CloudWatch, `PutMetricData`; Amazon CloudWatch
  /// User Guide, "Embedded metric format specification", 2026-11.
  var boundary: IAMPolicy {
    IAMPolicy(
      [
        IAMPolicy.Statement(
          actionsOtherThan: ["account:*", "iam:*", "organizations:*", "sts:AssumeRole"],
          resources: ["*"]),
        IAMPolicy.Statement(actions: ["iam:Get*", "iam:List*"], resources: ["*"]),
        IAMPolicy.Statement(
          actions: [
            "iam:AddRoleToInstanceProfile", "iam:CreateInstanceProfile",
            "iam:DeleteInstanceProfile", "iam:RemoveRoleFromInstanceProfile",
            "iam:TagInstanceProfile",
          ], resources: ["\(iam("instance-profile/*"))"]),
        IAMPolicy.Statement(actions: ["iam:CreateServiceLinkedRole"], resources: [serviceLinked]),
        passing,
        IAMPolicy.Statement(
          effect: "Deny",
          actions: ["secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue"],
          otherThan: serviceSecrets),
        IAMPolicy.Statement(
          effect: "Deny", actions: ["cloudwatch:PutMetricData"], resources: ["*"],
          conditions: [
            .init("StringEquals", "cloudwatch:namespace", Argument(TakeoverMetric.namespace))
          ]),
      ] + auditProtection)
  }

  /// The trail, what it has written and the key that this is encrypted under are looked at and nothing
  /// else: neither by who deploys nor by a role of their making.
  ///
  /// The key's ID is AWS's, so it is known by its alias, which therefore stays where it is.
  /// Source: KMS Developer Guide, "kms:ResourceAliases", 2026-11.
  var auditProtection: [IAMPolicy.Statement] {
    let bucket = Argument("arn:aws:s3:::\(scope.auditBucket)")
    let looking = ["kms:Describe*", "kms:Get*", "kms:List*"]
    return [
      IAMPolicy.Statement(
        effect: "Deny", actionsOtherThan: ["cloudtrail:Get*", "cloudtrail:List*"],
        resources: [Argument(scope.trailARN(in: environment.home))]),
      IAMPolicy.Statement(
        effect: "Deny", actionsOtherThan: ["s3:Get*", "s3:List*"],
        resources: [bucket, "\(bucket)/*"]),
      IAMPolicy.Statement(
        effect: "Deny", actionsOtherThan: looking, resources: [arn("kms", scope.auditKeyAlias)]),
      IAMPolicy.Statement(
        effect: "Deny", actionsOtherThan: looking, resources: [arn("kms", "key/*")],
        conditions: [
          .init(
            "ForAnyValue:StringEquals", "kms:ResourceAliases", Argument(scope.auditKeyAlias))
        ]),
    ]
  }
}

extension DeploymentPermissions {
  /// Secrets that Terraform itself reads and writes: those of the databases' master users.
  ///
  /// A plan opens them too, as ephemeral values that end in no state, so who can get a workflow of the
  /// planning GitHub environment approved can read them. They are good inside the cells' networks only.
  private var terraformSecrets: [Argument<String>] {
    let names =
      environment.databases.map { scope.name(of: $0.value.database.masterSecret) }
      + environment.cells.flatMap { cell in
        cell.databases.map { cell.scope.masterSecretName(of: $0.value.database) }
      }
    return names.map { arn("secretsmanager", "secret:\($0)-??????") }
  }

  /// Secrets that a service of the contract reads, or its migration.
  private var serviceSecrets: [Argument<String>] {
    let contracts = ServiceName.allCases.map(\.contract)
    let statements = contracts.flatMap { $0.statements + ($0.migration?.statements ?? []) }
    let read = statements.compactMap {
      statement -> String? in
      guard case .secret(let secret) = statement.resource else { return nil }
      return scope.name(of: secret)
    }
    return Set(read).sorted().map { arn("secretsmanager", "secret:\($0)-??????") }
  }

  /// Denied although `ReadOnlyAccess`, or a statement here, allows it: the content of tables, queues,
  /// logs, buckets and secrets. `*` and the exceptions beside it: denied wherever it is.
  private func noData(but spared: Set<String>) -> [IAMPolicy.Statement] {
    let reading = [
      "dynamodb:BatchGetItem", "dynamodb:GetRecords", "dynamodb:PartiQL*", "lambda:InvokeFunction",
      "logs:FilterLogEvents", "logs:GetLogEvents", "logs:GetLogRecord", "logs:GetQueryResults",
      "logs:StartLiveTail", "logs:StartQuery", "logs:Unmask",
      "rds:DownloadCompleteDBLogFile", "rds:DownloadDBLogFilePortion", "sns:Publish",
      "sqs:DeleteMessage", "sqs:PurgeQueue", "sqs:ReceiveMessage", "sqs:SendMessage",
    ]
    let denied = Self.copyingTables.union(reading).subtracting(spared)
    return [
      IAMPolicy.Statement(effect: "Deny", actions: Array(denied), resources: ["*"]),
      IAMPolicy.Statement(
        effect: "Deny",
        actions: ["s3:GetObject", "s3:GetObjectVersion"], otherThan: stateObjects),
      IAMPolicy.Statement(
        effect: "Deny",
        actions: ["secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue"],
        otherThan: terraformSecrets),
    ]
  }

  /// DynamoDB asks for these of who adds a replica, so the deploying role can read tables.
  ///
  /// Source: Amazon DynamoDB Developer Guide, "DynamoDB global tables security", 2026-11.
  private static let copyingTables: Set = [
    "dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem",
    "dynamodb:Query", "dynamodb:Scan", "dynamodb:UpdateItem",
  ]

  private var secrets: [IAMPolicy.Statement] {
    [
      // Draws a password and knows no resource.
      IAMPolicy.Statement(actions: ["secretsmanager:GetRandomPassword"], resources: ["*"]),
      IAMPolicy.Statement(
        actions: ["secretsmanager:GetSecretValue"], resources: terraformSecrets),
      // A key's ID is AWS's; ours encrypt nothing through Secrets Manager but secrets.
      IAMPolicy.Statement(
        actions: ["kms:Decrypt"], resources: [arn("kms", "key/*")],
        conditions: [.init("StringLike", "kms:ViaService", "secretsmanager.*.amazonaws.com")]),
    ]
  }

  private var stateObjects: [Argument<String>] {
    environment.allRegions.map { "arn:aws:s3:::\(scope.stateBucket(in: $0))/*" }
  }

  /// A plan locks the state and writes nothing else.
  /// Source: Terraform 1.11, backend type `s3`, "Permissions Required".
  private var lock: IAMPolicy.Statement {
    IAMPolicy.Statement(
      actions: ["s3:DeleteObject", "s3:PutObject"],
      resources: environment.allRegions.map {
        "arn:aws:s3:::\(scope.stateBucket(in: $0))/*.tflock"
      })
  }

  private var state: IAMPolicy.Statement {
    IAMPolicy.Statement(
      actions: ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], resources: stateObjects)
  }

  /// The key of the states is in another root, so it is known by its alias alone.
  /// Source: KMS Developer Guide, "kms:ResourceAliases", 2026-11.
  private var stateKey: [IAMPolicy.Statement] {
    [
      IAMPolicy.Statement(
        actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: [arn("kms", "key/*")],
        conditions: [
          .init(
            "ForAnyValue:StringEquals", "kms:ResourceAliases",
            Argument("alias/bizcomms-\(environment.name)-tfstate")),
          .init("StringLike", "kms:ViaService", "s3.*.amazonaws.com"),
        ])
    ]
  }
}

extension DeploymentPermissions {
  /// Each service makes the role that is its own when it is first used in an account.
  var serviceLinked: Argument<String> { iam("role/aws-service-role/*") }

  /// A role of ours goes to the services that take one here and to no other.
  var passing: IAMPolicy.Statement {
    let services = [
      "ec2", "eks", "eks-fargate-pods", "firehose", "lambda", "logs", "monitoring.rds", "scheduler",
      "vpc-flow-logs",
    ]
    return IAMPolicy.Statement(
      actions: ["iam:PassRole"], resources: [iam("role/bizcomms-*")],
      conditions: [
        .init(
          "StringEquals", "iam:PassedToService",
          anyOf: services.map { Argument("\($0).amazonaws.com") })
      ])
  }

  func arn(_ service: String, _ resource: String) -> Argument<String> {
    "arn:aws:\(service):*:\(scope.account.digits):\(resource)"
  }

  func iam(_ resource: String) -> Argument<String> {
    "arn:aws:iam::\(scope.account.digits):\(resource)"
  }
}
