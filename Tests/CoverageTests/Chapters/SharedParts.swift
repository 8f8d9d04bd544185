extension CoverageChapter {
  static let sharedParts = CoverageChapter(
    title: "What cells share: what the overview leaves open",
    sections: [
      CoverageSection("State buckets") {
        CoverageRow(
          part: "Private, encrypted, TLS only; old states go after 90 days",
          .buckets(
            "aws_s3_bucket_public_access_block.<region_name>",
            [
              "block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true,
              "restrict_public_buckets": true,
            ]),
          .buckets(
            "aws_s3_bucket_policy.<region_name>",
            ["policy.Statement[Effect=Deny].Condition.Bool[\"aws:SecureTransport\"]": "false"]),
          .buckets(
            "aws_s3_bucket_lifecycle_configuration.<region_name>",
            ["rule[0].noncurrent_version_expiration[0].noncurrent_days": 90]),
          .buckets("aws_s3_bucket.<region_name>", ["lifecycle.prevent_destroy": true]),
          .buckets(
            "aws_kms_alias.<region_name>",
            [
              "name": "alias/bizcomms-production-tfstate",
              "target_key_id": "${aws_kms_key.<region_name>.key_id}",
            ]))
      },
      CoverageSection("Images and data") {
        CoverageRow(
          part: "What lost its tag goes after seven days, and a hundred releases stay",
          .regions(
            "aws_ecr_lifecycle_policy.api_<region_name>",
            [
              "policy.rules[rulePriority=1].selection.countNumber": 7,
              "policy.rules[rulePriority=2].selection.countNumber": 100,
            ]),
          .regions(
            "aws_ecr_lifecycle_policy.worker_<region_name>",
            [
              "policy.rules[rulePriority=1].selection.countNumber": 7,
              "policy.rules[rulePriority=2].selection.countNumber": 100,
            ]),
          .regions(
            "aws_ecr_lifecycle_policy.poller_<region_name>",
            [
              "policy.rules[rulePriority=1].selection.countNumber": 7,
              "policy.rules[rulePriority=2].selection.countNumber": 100,
            ]))
        CoverageRow(
          part: "Keys of tables and secrets, by name",
          .regions(
            "aws_kms_alias.tables_<region_name>",
            [
              "name": "alias/bizcomms-production-tables",
              "target_key_id": "${aws_kms_key.tables_<region_name>.key_id}",
            ]),
          .regions(
            "aws_kms_alias.secrets_<region_name>",
            [
              "name": "alias/bizcomms-production-secrets",
              "target_key_id": "${aws_kms_key.secrets_<region_name>.key_id}",
            ]),
          .regions(
            "aws_ssm_parameter.secrets_key_arn_<region_name>",
            [
              "name": "/bizcomms/production/global/secrets-key-arn",
              "value": "${aws_kms_key.secrets_<region_name>.arn}",
            ]))
        CoverageRow(
          part: "The master password is drawn, written and forgotten",
          .global("ephemeral.aws_secretsmanager_random_password.alerts", ["password_length": 40]))
        CoverageRow(
          part: "Protected against being destroyed",
          .global(
            "aws_dynamodb_table.deliveries",
            ["deletion_protection_enabled": true, "lifecycle.prevent_destroy": true]),
          .global(
            "aws_dynamodb_table_replica.deliveries_us_west_1",
            ["deletion_protection_enabled": true, "lifecycle.prevent_destroy": true]),
          .global(
            "aws_dynamodb_table.stories",
            ["deletion_protection_enabled": true, "lifecycle.prevent_destroy": true]),
          .global(
            "aws_dynamodb_table_replica.stories_us_west_1",
            ["deletion_protection_enabled": true, "lifecycle.prevent_destroy": true]),
          .global("aws_rds_global_cluster.alerts", ["lifecycle.prevent_destroy": true]),
          .global("aws_route53_zone.main", ["lifecycle.prevent_destroy": true]),
          .global("output.name_servers", ["value": "${aws_route53_zone.main.name_servers}"]))
      },
      CoverageSection("Audit trail") {
        CoverageRow(
          part: "Its bucket: private, written by this trail alone, to Glacier after 90 days",
          .global(
            "aws_s3_bucket_public_access_block.audit",
            [
              "block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true,
              "restrict_public_buckets": true,
            ]),
          .global("aws_s3_bucket_versioning.audit", ["versioning_configuration.status": "Enabled"]),
          .global(
            "aws_s3_bucket_lifecycle_configuration.audit",
            ["rule[0].transition[0].days": 90, "rule[0].transition[0].storage_class": "GLACIER"]),
          .global(
            "aws_s3_bucket_policy.audit",
            [
              "policy.Statement[Action[0]=s3:PutObject].Condition.StringEquals[\"aws:SourceArn\"]":
                "arn:aws:cloudtrail:us-east-1:123456789012:trail/bizcomms-production-audit",
              "policy.Statement[Effect=Deny].Condition.Bool[\"aws:SecureTransport\"]": "false",
            ]),
          .global(
            "aws_kms_alias.audit",
            [
              "name": "alias/bizcomms-production-audit",
              "target_key_id": "${aws_kms_key.audit.key_id}",
            ]))
      },
      CoverageSection("Roles of GitHub's workflows") {
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
      },
      CoverageSection("Alarms of the fleet") {
        CoverageRow(
          part: "That a cell can't be reached, and that none can, told in us-east-1",
          .routing(
            "aws_cloudwatch_composite_alarm.all_unhealthy",
            [
              "alarm_name": "bizcomms-production All Cells Unhealthy",
              "alarm_actions": ["${aws_sns_topic.fleet.arn}"],
            ]),
          .routing(
            "aws_sns_topic.fleet",
            [
              "name": "bizcomms-production-fleet-alarms",
              "kms_master_key_id": "${aws_kms_key.fleet.arn}",
            ]),
          .routing(
            "aws_sns_topic_policy.fleet",
            [
              "policy.Statement[Principal.Service=cloudwatch.amazonaws.com].Action": [
                "sns:Publish"
              ], "policy.Statement[Effect=Deny].Condition.Bool[\"aws:SecureTransport\"]": "false",
            ]),
          .routing(
            "aws_sns_topic_subscription.fleet_1",
            [
              "topic_arn": "${aws_sns_topic.fleet.arn}", "protocol": "email",
              "endpoint": "oncall@bizcomms.example.com",
            ]),
          .routing(
            "aws_kms_alias.fleet",
            [
              "name": "alias/bizcomms-production-fleet-alarms",
              "target_key_id": "${aws_kms_key.fleet.key_id}",
            ]),
          .routing(
            "data.aws_ssm_parameter.hosted_zone_id",
            ["name": "/bizcomms/production/global/hosted-zone-id"]))
      },
    ])
}
