extension CoverageSection {
  /// What GitHub's workflows may do.
  static let workflowRoles = CoverageSection("Roles of GitHub's workflows") {
    CoverageRow(
      part:
        "Who deploys may do what the roots need, within a bound that no role it makes can leave",
      .global(
        "aws_iam_policy.boundary",
        [
          "name": "bizcomms-production-boundary",
          "policy.Statement[0].NotAction": [
            "account:*", "iam:*", "organizations:*", "sts:AssumeRole",
          ],
          "policy.Statement[Action[0]=secretsmanager:BatchGetSecretValue].Effect": "Deny",
          "policy.Statement[Action[0]=cloudwatch:PutMetricData].Condition.StringEquals[\"cloudwatch:namespace\"]":
            "BizComms/Failover",
        ]),
      .global(
        "aws_iam_policy.deploy_data",
        [
          "name": "bizcomms-production-deploy-data",
          "policy.Statement[Action[0]=s3:GetObject].Effect": "Deny",
          "policy.Statement[Action[0]=s3:GetObject].NotResource": [
            "arn:aws:s3:::bizcomms-production-123456789012-tfstate-us-east-1/*",
            "arn:aws:s3:::bizcomms-production-123456789012-tfstate-us-west-1/*",
          ], "policy.Statement[Action[0]=dynamodb:BatchGetItem].Effect": "Deny",
        ]),
      .global(
        "aws_iam_policy.deploy_identity",
        [
          "name": "bizcomms-production-deploy-identity",
          "policy.Statement[Action[0]=iam:AttachRolePolicy].Condition.StringEquals[\"iam:PermissionsBoundary\"]":
            "arn:aws:iam::123456789012:policy/bizcomms-production-boundary",
          "policy.Statement[Action[0]=iam:AttachRolePolicy].Resource": [
            "arn:aws:iam::123456789012:role/bizcomms-*"
          ], "policy.Statement[NotAction[0]=iam:Get*].Effect": "Deny",
          "policy.Statement[NotAction[0]=iam:Get*].Resource": .includes(
            "arn:aws:iam::123456789012:role/bizcomms-production-deploy"),
        ]),
      .global(
        "aws_iam_policy.deploy_keys",
        [
          "name": "bizcomms-production-deploy-keys",
          "policy.Statement[Action[0]=kms:CreateGrant].Condition.Bool[\"kms:GrantIsForAWSResource\"]":
            "true",
          "policy.Statement[Action[0]=kms:CreateAlias].Action": .includes("kms:PutKeyPolicy"),
        ]),
      .global(
        "aws_iam_policy.deploy_network",
        [
          "name": "bizcomms-production-deploy-network",
          "policy.Statement[Action[0]=acm:*].Resource": [
            "arn:aws:acm:*:123456789012:certificate/*",
            "arn:aws:elasticloadbalancing:*:123456789012:*",
            "arn:aws:wafv2:*:123456789012:regional/*",
          ],
          "policy.Statement[Action[0]=ec2:AllocateAddress].Action": .includes("ec2:CreateVpc"),
        ]),
      .global(
        "aws_iam_policy.deploy_secrets",
        [
          "name": "bizcomms-production-deploy-secrets",
          "policy.Statement[Action[0]=secretsmanager:GetSecretValue].Resource": [
            "arn:aws:secretsmanager:*:123456789012:secret:bizcomms-production/database-alerts-master-user-??????"
          ],
        ]),
      .global(
        "aws_iam_policy.deploy_services",
        [
          "name": "bizcomms-production-deploy-services",
          "policy.Statement[Action[0]=dynamodb:*].Resource": .includes(
            "arn:aws:dynamodb:*:123456789012:table/bizcomms-*"),
          "policy.Statement[Action[0]=s3:CreateBucket].Resource": .includes(
            "arn:aws:s3:::bizcomms-*"),
        ]),
      .global(
        "aws_iam_policy.deploy_state",
        [
          "name": "bizcomms-production-deploy-state",
          "policy.Statement[Action[0]=s3:DeleteObject].Action": [
            "s3:DeleteObject", "s3:GetObject", "s3:PutObject",
          ],
          "policy.Statement[Action[0]=s3:DeleteObject].Resource": [
            "arn:aws:s3:::bizcomms-production-123456789012-tfstate-us-east-1/*",
            "arn:aws:s3:::bizcomms-production-123456789012-tfstate-us-west-1/*",
          ],
        ]),
      .global(
        "aws_iam_role_policy_attachment.deploy_data",
        [
          "role": "${aws_iam_role.deploy.name}",
          "policy_arn": "${aws_iam_policy.deploy_data.arn}",
        ]),
      .global(
        "aws_iam_role_policy_attachment.deploy_identity",
        [
          "role": "${aws_iam_role.deploy.name}",
          "policy_arn": "${aws_iam_policy.deploy_identity.arn}",
        ]),
      .global(
        "aws_iam_role_policy_attachment.deploy_keys",
        [
          "role": "${aws_iam_role.deploy.name}",
          "policy_arn": "${aws_iam_policy.deploy_keys.arn}",
        ]),
      .global(
        "aws_iam_role_policy_attachment.deploy_network",
        [
          "role": "${aws_iam_role.deploy.name}",
          "policy_arn": "${aws_iam_policy.deploy_network.arn}",
        ]),
      .global(
        "aws_iam_role_policy_attachment.deploy_secrets",
        [
          "role": "${aws_iam_role.deploy.name}",
          "policy_arn": "${aws_iam_policy.deploy_secrets.arn}",
        ]),
      .global(
        "aws_iam_role_policy_attachment.deploy_services",
        [
          "role": "${aws_iam_role.deploy.name}",
          "policy_arn": "${aws_iam_policy.deploy_services.arn}",
        ]),
      .global(
        "aws_iam_role_policy_attachment.deploy_state",
        [
          "role": "${aws_iam_role.deploy.name}",
          "policy_arn": "${aws_iam_policy.deploy_state.arn}",
        ]),
      .global(
        "aws_iam_role_policy_attachment.deploy_reading",
        [
          "role": "${aws_iam_role.deploy.name}",
          "policy_arn": "arn:aws:iam::aws:policy/ReadOnlyAccess",
        ]),
      .cells(
        "aws_iam_role.api",
        [
          "permissions_boundary":
            "arn:aws:iam::123456789012:policy/bizcomms-production-boundary"
        ]),
      .cells(
        "aws_iam_role.worker",
        [
          "permissions_boundary":
            "arn:aws:iam::123456789012:policy/bizcomms-production-boundary"
        ]),
      .cells(
        "aws_iam_role.poller",
        [
          "permissions_boundary":
            "arn:aws:iam::123456789012:policy/bizcomms-production-boundary"
        ]),
      .cells(
        "aws_iam_role.karpenter",
        [
          "permissions_boundary":
            "arn:aws:iam::123456789012:policy/bizcomms-production-boundary"
        ]))
    CoverageRow(
      part: "Who plans reads",
      .global(
        "aws_iam_role_policy_attachment.plan_reading",
        [
          "role": "${aws_iam_role.plan.name}",
          "policy_arn": "arn:aws:iam::aws:policy/ReadOnlyAccess",
        ]),
      .global(
        "aws_iam_role_policy.plan_data",
        ["role": "${aws_iam_role.plan.name}", "policy.Statement[0].Effect": "Deny"]),
      .global(
        "aws_iam_role_policy.plan_secrets",
        [
          "role": "${aws_iam_role.plan.name}",
          "policy.Statement[Action[0]=secretsmanager:GetSecretValue].Resource": [
            "arn:aws:secretsmanager:*:123456789012:secret:bizcomms-production/database-alerts-master-user-??????"
          ],
        ]),
      .global(
        "aws_iam_role_policy.plan_state",
        [
          "role": "${aws_iam_role.plan.name}",
          "policy.Statement[Action[0]=s3:DeleteObject].Action": [
            "s3:DeleteObject", "s3:PutObject",
          ],
          "policy.Statement[Action[0]=s3:DeleteObject].Resource": [
            "arn:aws:s3:::bizcomms-production-123456789012-tfstate-us-east-1/*.tflock",
            "arn:aws:s3:::bizcomms-production-123456789012-tfstate-us-west-1/*.tflock",
          ],
        ]))
  }
}
