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
      .workflowRoles,
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
