import CellContract
import CellModel
import CellPrimitives
import TerraformDocument

/// What the role that deploys may make and change.
extension DeploymentPermissions {
  /// Everything that has a name of ours: what becomes of it is up to the roots, but never its data.
  var services: [IAMPolicy.Statement] {
    [
      IAMPolicy.Statement(
        actions: [
          "dynamodb:*", "ecr:*", "eks:*", "events:*", "firehose:*", "lambda:*", "rds:*",
          "scheduler:*", "secretsmanager:*", "sns:*", "sqs:*", "ssm:*",
        ],
        resources: [
          arn("dynamodb", "table/bizcomms-*"), arn("ecr", "repository/bizcomms-*"),
          arn("eks", "*/bizcomms-*"),
          arn("events", "rule/bizcomms-*"), arn("firehose", "deliverystream/*bizcomms-*"),
          arn("lambda", "function:bizcomms-*"), arn("rds", "*:bizcomms-*"),
          // An instance without an option group of its own gets the default one.
          arn("rds", "og:default*"), arn("rds", "pg:default*"),
          "arn:aws:rds::\(scope.account.digits):global-cluster:bizcomms-*",
          arn("scheduler", "schedule-group/bizcomms-*"), arn("scheduler", "schedule/bizcomms-*"),
          arn("secretsmanager", "secret:bizcomms-*"), arn("sns", "bizcomms-*"),
          arn("sqs", "bizcomms-*"), arn("ssm", "parameter/bizcomms/*"),
        ]),
      IAMPolicy.Statement(
        actions: [
          "s3:CreateBucket", "s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:PutBucket*",
          "s3:PutEncryptionConfiguration", "s3:PutLifecycleConfiguration",
        ], resources: ["arn:aws:s3:::aws-waf-logs-bizcomms-*", "arn:aws:s3:::bizcomms-*"]),
      // Alarms and dashboards are named for people, log groups after what writes them.
      IAMPolicy.Statement(
        actions: ["cloudwatch:*", "logs:*"],
        resources: [
          arn("cloudwatch", "alarm:*"), arn("logs", "log-group:*bizcomms-*"),
          "arn:aws:cloudwatch::\(scope.account.digits):dashboard/*",
        ]),
      // These know no resource. RDS asks for its one where a cluster follows another region's.
      // Source: Service Authorization Reference, Amazon RDS, `CrossRegionCommunication`, 2026-11.
      IAMPolicy.Statement(
        actions: [
          "ecr:GetAuthorizationToken", "logs:CreateLogDelivery", "logs:DeleteLogDelivery",
          "logs:DeleteQueryDefinition", "logs:DeleteResourcePolicy", "logs:PutQueryDefinition",
          "logs:PutResourcePolicy", "logs:UpdateLogDelivery", "rds:CrossRegionCommunication",
          "sns:Unsubscribe",
        ], resources: ["*"]),
    ]
  }

  /// AWS draws the IDs of networks, certificates, zones and records, so the account is the bound.
  var network: [IAMPolicy.Statement] {
    [
      // Many actions of EC2 know no resource, or one of another account: an image, a prefix list.
      IAMPolicy.Statement(
        actions: [
          "ec2:AllocateAddress", "ec2:Associate*", "ec2:Attach*", "ec2:AuthorizeSecurityGroup*",
          "ec2:CreateFlowLogs", "ec2:CreateInternetGateway", "ec2:CreateLaunchTemplate*",
          "ec2:CreateNatGateway", "ec2:CreateNetworkAcl*", "ec2:CreateNetworkInterface",
          "ec2:CreateRoute*", "ec2:CreateSecurityGroup", "ec2:CreateSubnet", "ec2:CreateTags",
          "ec2:CreateVpc", "ec2:CreateVpcEndpoint", "ec2:DeleteFlowLogs",
          "ec2:DeleteInternetGateway", "ec2:DeleteLaunchTemplate*", "ec2:DeleteNatGateway",
          "ec2:DeleteNetworkAcl*", "ec2:DeleteNetworkInterface", "ec2:DeleteRoute*",
          "ec2:DeleteSecurityGroup", "ec2:DeleteSubnet", "ec2:DeleteTags", "ec2:DeleteVpc",
          "ec2:DeleteVpcEndpoints", "ec2:Detach*", "ec2:Disassociate*",
          "ec2:ModifyLaunchTemplate", "ec2:ModifySecurityGroupRules", "ec2:ModifySubnetAttribute",
          "ec2:ModifyVpcAttribute", "ec2:ModifyVpcEndpoint", "ec2:ReleaseAddress", "ec2:Replace*",
          "ec2:RevokeSecurityGroup*", "ec2:RunInstances", "ec2:UpdateSecurityGroupRule*",
        ], resources: ["*"]),
      IAMPolicy.Statement(
        actions: ["acm:*", "elasticloadbalancing:*", "wafv2:*"],
        resources: [
          arn("acm", "certificate/*"), arn("elasticloadbalancing", "*"),
          arn("wafv2", "regional/*"),
        ]),
      IAMPolicy.Statement(
        actions: ["route53:*"],
        resources: [
          "arn:aws:route53:::change/*", "arn:aws:route53:::healthcheck/*",
          "arn:aws:route53:::hostedzone/*",
        ]),
      // What is to be created has no ID yet.
      IAMPolicy.Statement(
        actions: [
          "acm:RequestCertificate", "route53:CreateHealthCheck", "route53:CreateHostedZone",
        ],
        resources: ["*"]),
    ]
  }

  /// Keys are made and described, never used: what encrypts with them does so under a grant to the
  /// AWS service that asks, or through Secrets Manager.
  var keys: [IAMPolicy.Statement] {
    [
      // What is to be created has no ID yet.
      IAMPolicy.Statement(actions: ["kms:CreateKey"], resources: ["*"]),
      IAMPolicy.Statement(
        actions: [
          "kms:CreateAlias", "kms:DeleteAlias", "kms:EnableKeyRotation", "kms:PutKeyPolicy",
          "kms:ScheduleKeyDeletion", "kms:TagResource", "kms:UntagResource", "kms:UpdateAlias",
          "kms:UpdateKeyDescription",
        ], resources: [arn("kms", "alias/bizcomms-*"), arn("kms", "key/*")]),
      IAMPolicy.Statement(
        actions: ["kms:CreateGrant"], resources: [arn("kms", "key/*")],
        conditions: [.init("Bool", "kms:GrantIsForAWSResource", "true")]),
      IAMPolicy.Statement(
        actions: ["kms:GenerateDataKey"], resources: [arn("kms", "key/*")],
        conditions: [.init("StringLike", "kms:ViaService", "secretsmanager.*.amazonaws.com")]),
    ]
  }

  /// Roles of ours, within their bound; nothing of what this role itself is made of, and nothing of the
  /// trail that would tell of it.
  var identity: [IAMPolicy.Statement] {
    let bounded = IAMPolicy.Condition(
      "StringEquals", "iam:PermissionsBoundary", Argument(scope.boundaryARN))
    return [
      IAMPolicy.Statement(
        actions: [
          "iam:AttachRolePolicy", "iam:CreateRole", "iam:PutRolePermissionsBoundary",
          "iam:PutRolePolicy",
        ], resources: [iam("role/bizcomms-*")], conditions: [bounded]),
      IAMPolicy.Statement(
        actions: [
          "iam:AddClientIDToOpenIDConnectProvider", "iam:AddRoleToInstanceProfile",
          "iam:CreateInstanceProfile", "iam:CreateOpenIDConnectProvider", "iam:CreatePolicy",
          "iam:CreatePolicyVersion", "iam:DeleteInstanceProfile",
          "iam:DeleteOpenIDConnectProvider", "iam:DeletePolicy", "iam:DeletePolicyVersion",
          "iam:DeleteRole", "iam:DeleteRolePolicy", "iam:DetachRolePolicy",
          "iam:RemoveRoleFromInstanceProfile", "iam:Tag*", "iam:Untag*",
          "iam:UpdateAssumeRolePolicy", "iam:UpdateRole", "iam:UpdateRoleDescription",
        ],
        resources: [
          iam("instance-profile/bizcomms-*"), iam("oidc-provider/oidc.eks.*"),
          iam("policy/bizcomms-*"), iam("role/bizcomms-*"),
        ]),
      IAMPolicy.Statement(actions: ["iam:CreateServiceLinkedRole"], resources: [serviceLinked]),
      // The one of these that a root owns.
      IAMPolicy.Statement(
        actions: [
          "iam:DeleteServiceLinkedRole", "iam:TagRole", "iam:UntagRole", "iam:UpdateRole",
          "iam:UpdateRoleDescription",
        ], resources: [Argument(scope.spotRoleARN)]),
      passing,
      IAMPolicy.Statement(
        effect: "Deny", actionsOtherThan: ["iam:Get*", "iam:List*"],
        resources: [
          iam("oidc-provider/token.actions.githubusercontent.com"),
          iam("policy/\(scope.boundary)"), iam("policy/\(scope.deployRole)-*"),
          iam("role/\(scope.deployRole)"), iam("role/\(scope.planRole)"),
        ]),
    ] + auditProtection
  }
}
