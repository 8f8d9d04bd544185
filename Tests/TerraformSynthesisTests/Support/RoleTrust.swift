import TerraformDocument

/// Whom each role trusts. A service that acts for many accounts is told for whom it may act here,
/// wherever it tells IAM for whom it acts.
enum RoleTrust {
  /// Every role that the table knows, in whichever root.
  static let names = [
    "api", "api_migration", "cloudwatch", "cluster", "database_monitoring", "deploy", "ebs_csi",
    "fargate",
    "flow_logs", "karpenter", "karpenter_node", "keda", "load_balancer", "log_archive",
    "log_subscription", "node", "plan", "poller", "poller_schedule", "vpc_cni", "worker",
  ]

  /// The one statement of a role's trust policy; nil where there should be no such role.
  static func of(_ role: String, in root: WrittenRoot) -> TerraformJSON? {
    let place = RootPlace(root)
    if let cell = place.cell { return ofCell(role, "bizcomms-\(cell)", place, root) }
    return root.path.folder == "global" ? ofGlobal(role, place) : nil
  }

  private static func ofCell(
    _ role: String, _ prefix: String, _ place: RootPlace, _ root: WrittenRoot
  ) -> TerraformJSON? {
    let owner = "\(place.region):\(place.account)"
    let account: TerraformJSON = .string(place.account)
    func source(_ test: String, _ arn: String) -> TerraformJSON {
      [
        "StringEquals": ["aws:SourceAccount": account],
        test: ["aws:SourceArn": .string("arn:aws:\(arn)")],
      ]
    }
    switch role {
    case "poller" where root["aws_lambda_function", "poller"] != .null:
      // Lambda says nothing of the function for which it takes a role.
      return service("lambda")
    case "api", "poller", "worker": return podsOf("bizcomms", "bizcomms-\(role)")
    case "api_migration": return podsOf("bizcomms", "bizcomms-api-migration")
    case "cloudwatch": return podsOf("amazon-cloudwatch", "cloudwatch-agent")
    case "ebs_csi": return podsOf("kube-system", "ebs-csi-controller-sa")
    case "karpenter": return podsOf("kube-system", "karpenter")
    case "keda": return podsOf("keda", "keda-operator")
    case "load_balancer": return podsOf("kube-system", "aws-load-balancer-controller")
    case "vpc_cni": return podsOf("kube-system", "aws-node")
    case "cluster":
      return service("eks", if: source("ArnEquals", "eks:\(owner):cluster/\(prefix)-eks"))
    case "fargate":
      let profiles = "arn:aws:eks:\(owner):fargateprofile/\(prefix)-eks/*"
      return service(
        "eks-fargate-pods", if: ["ArnLike": ["aws:SourceArn": .string(profiles)]])
    case "node", "karpenter_node":
      // Nor does EC2 say anything of the machine.
      return service("ec2")
    case "database_monitoring":
      return service("monitoring.rds", if: source("ArnLike", "rds:\(owner):db:\(prefix)-*"))
    case "flow_logs":
      return service("vpc-flow-logs", if: source("ArnLike", "ec2:\(owner):vpc-flow-log/*"))
    case "log_archive":
      return service("firehose", if: ["StringEquals": ["sts:ExternalId": account]])
    case "log_subscription":
      return service("logs", if: source("ArnLike", "logs:\(owner):*"))
    case "poller_schedule":
      let group = "arn:aws:scheduler:\(owner):schedule-group/\(prefix)"
      return service(
        "scheduler",
        if: ["StringEquals": ["aws:SourceAccount": account, "aws:SourceArn": .string(group)]])
    default: return nil
    }
  }

  private static func ofGlobal(_ role: String, _ place: RootPlace) -> TerraformJSON? {
    let repository = place.environment == "every" ? "example/services" : "bizcomms/bizcomms"
    switch role {
    case "deploy": return workflow(of: repository, in: place.environment)
    case "plan": return workflow(of: repository, in: "\(place.environment)-plan")
    default: return nil
    }
  }

  /// An AWS service.
  private static func service(
    _ name: String, if condition: TerraformJSON = .null
  ) -> TerraformJSON {
    var members: TerraformBody = [
      "Action": ["sts:AssumeRole"], "Effect": "Allow",
      "Principal": ["Service": .string("\(name).amazonaws.com")],
    ]
    if condition != .null { members["Condition"] = condition }
    return .object(members)
  }

  /// One service account of the cell's own cluster.
  private static func podsOf(_ namespace: String, _ name: String) -> TerraformJSON {
    [
      "Action": ["sts:AssumeRoleWithWebIdentity"],
      "Condition": [
        "StringEquals": [
          "${local.oidc_issuer}:aud": "sts.amazonaws.com",
          "${local.oidc_issuer}:sub": .string("system:serviceaccount:\(namespace):\(name)"),
        ]
      ],
      "Effect": "Allow",
      "Principal": ["Federated": "${aws_iam_openid_connect_provider.cluster.arn}"],
    ]
  }

  /// A workflow of a repository within one of its GitHub environments.
  private static func workflow(of repository: String, in environment: String) -> TerraformJSON {
    [
      "Action": ["sts:AssumeRoleWithWebIdentity"],
      "Condition": [
        "StringEquals": [
          "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
          "token.actions.githubusercontent.com:sub":
            .string("repo:\(repository):environment:\(environment)"),
        ]
      ],
      "Effect": "Allow",
      "Principal": ["Federated": "${aws_iam_openid_connect_provider.github.arn}"],
    ]
  }
}
