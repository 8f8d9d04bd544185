extension CoverageChapter {
  static let security = CoverageChapter(
    title: "Security",
    sections: [
      CoverageSection("Security"),
      CoverageSection("Security Architecture") {
        CoverageRow(
          "SQL Injection", nil,
          .cells(
            "aws_wafv2_web_acl.main",
            [
              "rule[name=AWSManagedRulesSQLiRuleSet].statement.managed_rule_group_statement.name":
                "AWSManagedRulesSQLiRuleSet"
            ]))
        CoverageRow(
          "XSS Protection", "by the common rule set",
          .cells(
            "aws_wafv2_web_acl.main",
            [
              "rule[name=AWSManagedRulesCommonRuleSet].statement.managed_rule_group_statement.name":
                "AWSManagedRulesCommonRuleSet"
            ]))
        CoverageRow(
          "Rate Limiting] ALB", "a guard against floods; the limits of single keys are the API's",
          .cells(
            "aws_wafv2_web_acl.main",
            ["rule[name=rate-limit].statement.rate_based_statement.limit": 1_000]))
        CoverageRow(
          "[ALB\nSSL Termination]",
          "the overview has no certificate: `global` makes one in each region",
          .cells(
            "aws_lb_listener.https",
            [
              "port": 443, "protocol": "HTTPS",
              "certificate_arn": "${data.aws_ssm_parameter.certificate_arn.insecure_value}",
            ]),
          .regions("aws_acm_certificate.<region_name>", ["validation_method": "DNS"]),
          .regions(
            "aws_acm_certificate_validation.<region_name>",
            ["validation_record_fqdns": ["${aws_route53_record.validation.fqdn}"]]),
          .global(
            "aws_route53_record.validation", ["zone_id": "${aws_route53_zone.main.zone_id}"]))
        CoverageRow(
          "SG[Security Groups\nFirewall Rules]", nil,
          .cells(
            "aws_vpc_security_group_ingress_rule.pods_load_balancer",
            ["referenced_security_group_id": "${aws_security_group.load_balancer.id}"]))
        CoverageRow(
          "IRSA[IRSA\nPod IAM Roles]", nil,
          .cells(
            "aws_iam_role.api",
            [
              "assume_role_policy.Statement[0].Principal.Federated":
                "${aws_iam_openid_connect_provider.cluster.arn}"
            ]))
        CoverageRow(
          "SM[Secrets Manager\nCredential Storage]", nil,
          .global(
            "aws_secretsmanager_secret.twilio",
            ["kms_key_id": "${aws_kms_key.secrets_us_east_1.arn}"]))
        CoverageRow(
          "KMS[KMS\nEncryption Keys]", nil,
          .global(
            "aws_kms_key.secrets_us_east_1",
            ["enable_key_rotation": true, "deletion_window_in_days": 30]))
        CoverageRow(
          "TLS[TLS in Transit]", nil,
          .cells("aws_lb_listener.https", ["protocol": "HTTPS"]),
          .cells(
            "aws_rds_cluster_parameter_group.alerts", ["parameter[name=rds.force_ssl].value": "1"]))
        CoverageRow(
          "ENC_REST[Encryption at Rest]", nil,
          .cells("aws_rds_cluster.alerts", ["storage_encrypted": true]))
        CoverageRow(
          "BACKUP[Automated Backups]",
          "seven days of the database, and the tables as of any second; a cluster that goes leaves a snapshot",
          .cells(
            "aws_rds_cluster.alerts",
            [
              "backup_retention_period": 7, "preferred_backup_window": "07:00-07:30",
              "skip_final_snapshot": false,
              "final_snapshot_identifier": "bizcomms-<cell>-alerts-final",
            ]),
          .global(
            "aws_dynamodb_table.deliveries", ["point_in_time_recovery.enabled": true]),
          .global(
            "aws_dynamodb_table_replica.deliveries_us_west_1", ["point_in_time_recovery": true]),
          .global("aws_dynamodb_table.stories", ["point_in_time_recovery.enabled": true]),
          .global(
            "aws_dynamodb_table_replica.stories_us_west_1", ["point_in_time_recovery": true]))
      },
      CoverageSection("Security Best Practices Implemented"),
      CoverageSection("1. No Hardcoded Credentials") {
        CoverageRow(
          "- IRSA: Pods assume IAM roles via OIDC provider", nil,
          .cells(
            "aws_iam_openid_connect_provider.cluster", ["client_id_list": ["sts.amazonaws.com"]]),
          .values(
            "services.api",
            [
              "serviceAccount.annotations[\"eks.amazonaws.com/role-arn\"]":
                "arn:aws:iam::123456789012:role/bizcomms-<cell>-api"
            ]),
          .values(
            "services.worker",
            [
              "serviceAccount.annotations[\"eks.amazonaws.com/role-arn\"]":
                "arn:aws:iam::123456789012:role/bizcomms-<cell>-worker"
            ]),
          .values(
            "services.poller",
            [
              "serviceAccount.annotations[\"eks.amazonaws.com/role-arn\"]":
                "arn:aws:iam::123456789012:role/bizcomms-<cell>-poller"
            ]))
        CoverageRow(
          "- Secrets Manager: Twilio credentials, DB passwords, API keys",
          "the master user's password is drawn for one apply, and kept in no state",
          .global("aws_secretsmanager_secret", ["": .count(6)]),
          .global(
            "aws_secretsmanager_secret_version.alerts_master_user",
            [
              "secret_string_wo.password":
                "${ephemeral.aws_secretsmanager_random_password.alerts.random_password}",
              "secret_string_wo_version": 1,
            ]),
          .use1(
            "aws_rds_cluster.alerts",
            [
              "master_password_wo": "${local.alerts_master_user.password}",
              "master_password_wo_version": 1, "master_password": .absent,
              "manage_master_user_password": .absent,
            ]))
        CoverageRow(
          "- Environment Variables: Only non-sensitive config",
          "names of secrets and never their values",
          .values(
            "services.api",
            [
              "env[name=BIZCOMMS_SECRET_DATABASE_ALERTS_APPLICATION_NAME].value":
                "bizcomms-production/database-alerts-application"
            ]))
      },
      CoverageSection("2. Least Privilege IAM") {
        CoverageRow(
          .lines("// API Pod Role", through: "]"), also: ["}"],
          "narrower: the service's own secrets and topics in its own region, each by name",
          .cells(
            "aws_iam_role_policy.api",
            [
              "policy.Statement[Resource[0]=arn:aws:secretsmanager:<region>:123456789012:secret:bizcomms-production/api-keys-??????].Action":
                ["secretsmanager:GetSecretValue"],
              "policy.Statement[Resource[0]=arn:aws:secretsmanager:<region>:123456789012:secret:bizcomms-production/twilio-??????].Action":
                ["secretsmanager:GetSecretValue"],
              "policy.Statement[Resource[0]=arn:aws:sns:<region>:123456789012:bizcomms-<cell>-alert-events].Action":
                ["sns:Publish"],
              "policy.Statement[Resource[0]=arn:aws:sns:<region>:123456789012:bizcomms-<cell>-delivery-status].Action":
                ["sns:Publish"],
              "policy.Statement[Resource[0]=*]": .absent,
            ]))
        CoverageRow(
          part: "Tables are changed by a role of its own, in the cell that writes",
          .use1(
            "aws_iam_role_policy.api_migration",
            [
              "role": "${aws_iam_role.api_migration.name}",
              "policy.Statement[Resource[0]=arn:aws:secretsmanager:us-east-1:123456789012:secret:bizcomms-production/database-alerts-migration-??????].Action":
                ["secretsmanager:GetSecretValue"],
              "policy.Statement[Resource[0]=*]": .absent,
            ]),
          .use1(
            "aws_iam_role.api_migration",
            [
              "permissions_boundary":
                "arn:aws:iam::123456789012:policy/bizcomms-production-boundary"
            ]),
          .use1Values(
            "services.api.migration",
            [
              "serviceAccount.annotations[\"eks.amazonaws.com/role-arn\"]":
                "arn:aws:iam::123456789012:role/bizcomms-cell-use1-01-api-migration",
              "env[name=BIZCOMMS_SECRET_DATABASE_ALERTS_MIGRATION_NAME].value":
                "bizcomms-production/database-alerts-migration",
            ]),
          .usw1Values("services.api", ["migration": .absent]))
      },
      CoverageSection("3. Network Isolation") {
        CoverageRow(
          "| ALB | Public | Direct (IGW) |", nil,
          .cells("aws_lb.main", ["internal": false]),
          .cells(
            "aws_route.public_internet", ["gateway_id": "${aws_internet_gateway.main.id}"]))
        CoverageRow(
          "| EKS Pods | Private | Via NAT Gateway |", nil,
          .zones(
            "aws_route.private_internet_<zone>", ["nat_gateway_id": "${aws_nat_gateway.<zone>.id}"])
        )
        CoverageRow(
          "| Aurora | Database | None |", nil,
          .cells("aws_route", ["[route_table_id=${aws_route_table.database.id}]": .absent]),
          .cells("aws_rds_cluster_instance.alerts_1", ["publicly_accessible": false]),
          .cells("aws_rds_cluster_instance.alerts_2", ["publicly_accessible": false]))
      },
    ])
}
