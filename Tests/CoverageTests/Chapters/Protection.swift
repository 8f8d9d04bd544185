extension CoverageChapter {
  static let protection = CoverageChapter(
    title: "Security: encryption and firewall",
    sections: [
      CoverageSection("4. Encryption") {
        CoverageRow(
          "- In Transit: TLS 1.2+ for all API calls, Aurora connections",
          "TLS 1.2 and 1.3; HTTP is sent there, and queues, topics and buckets refuse what is in clear",
          .cells(
            "aws_lb_listener.https", ["ssl_policy": "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"]),
          .cells(
            "aws_lb_listener.http",
            [
              "port": 80, "default_action[0].type": "redirect",
              "default_action[0].redirect.protocol": "HTTPS",
              "default_action[0].redirect.port": "443",
              "default_action[0].redirect.status_code": "HTTP_301",
            ]),
          .cells(
            "aws_rds_cluster_parameter_group.alerts", ["parameter[name=rds.force_ssl].value": "1"]),
          .cells(
            "aws_rds_cluster.alerts",
            [
              "db_cluster_parameter_group_name": "${aws_rds_cluster_parameter_group.alerts.name}"
            ]),
          .cells(
            "aws_sqs_queue_policy.alert_processing",
            [
              "policy.Statement[Effect=Deny].Condition.Bool[\"aws:SecureTransport\"]": "false"
            ]),
          .cells(
            "aws_sns_topic_policy.alert_events",
            [
              "policy.Statement[Effect=Deny].Condition.Bool[\"aws:SecureTransport\"]": "false"
            ]),
          .cells(
            "aws_s3_bucket_policy.log_archive",
            [
              "policy.Statement[Effect=Deny].Condition.Bool[\"aws:SecureTransport\"]": "false"
            ]))
        CoverageRow(
          "- At Rest: KMS encryption for Aurora, DynamoDB, S3",
          "but for the load balancer's log bucket, which AWS lets use SSE-S3 only",
          .cells(
            "aws_rds_cluster.alerts",
            ["storage_encrypted": true, "kms_key_id": "${aws_kms_key.alerts.arn}"]),
          .global(
            "aws_dynamodb_table.deliveries",
            [
              "server_side_encryption.enabled": true,
              "server_side_encryption.kms_key_arn": "${aws_kms_key.tables_us_east_1.arn}",
            ]),
          .global(
            "aws_dynamodb_table_replica.deliveries_us_west_1",
            ["kms_key_arn": "${aws_kms_key.tables_us_west_1.arn}"]),
          .global(
            "aws_dynamodb_table.stories",
            [
              "server_side_encryption.enabled": true,
              "server_side_encryption.kms_key_arn": "${aws_kms_key.tables_us_east_1.arn}",
            ]),
          .global(
            "aws_dynamodb_table_replica.stories_us_west_1",
            ["kms_key_arn": "${aws_kms_key.tables_us_west_1.arn}"]),
          .buckets(
            "aws_s3_bucket_server_side_encryption_configuration.<region_name>",
            [
              "rule[0].apply_server_side_encryption_by_default.sse_algorithm": "aws:kms",
              "rule[0].apply_server_side_encryption_by_default.kms_master_key_id":
                "${aws_kms_key.<region_name>.arn}",
            ]),
          .cells(
            "aws_s3_bucket_server_side_encryption_configuration.log_archive",
            [
              "rule[0].apply_server_side_encryption_by_default.sse_algorithm": "aws:kms",
              "rule[0].apply_server_side_encryption_by_default.kms_master_key_id":
                "${aws_kms_key.logs.arn}",
            ]),
          .cells(
            "aws_s3_bucket_server_side_encryption_configuration.load_balancer_logs",
            ["rule[0].apply_server_side_encryption_by_default.sse_algorithm": "AES256"]),
          .global(
            "aws_s3_bucket_server_side_encryption_configuration.audit",
            [
              "rule[0].apply_server_side_encryption_by_default.sse_algorithm": "aws:kms",
              "rule[0].apply_server_side_encryption_by_default.kms_master_key_id":
                "${aws_kms_key.audit.arn}",
            ]))
        CoverageRow(
          "- Secrets: KMS-encrypted in Secrets Manager", "with the key of each region",
          .global(
            "aws_secretsmanager_secret.twilio",
            [
              "kms_key_id": "${aws_kms_key.secrets_us_east_1.arn}",
              "replica[region=us-west-1].kms_key_id": "${aws_kms_key.secrets_us_west_1.arn}",
            ]),
          .global(
            "aws_secretsmanager_secret.api_keys",
            [
              "kms_key_id": "${aws_kms_key.secrets_us_east_1.arn}",
              "replica[region=us-west-1].kms_key_id": "${aws_kms_key.secrets_us_west_1.arn}",
            ]),
          .global(
            "aws_secretsmanager_secret.poller_api_key",
            [
              "kms_key_id": "${aws_kms_key.secrets_us_east_1.arn}",
              "replica[region=us-west-1].kms_key_id": "${aws_kms_key.secrets_us_west_1.arn}",
            ]),
          .global(
            "aws_secretsmanager_secret.database_alerts_application",
            [
              "kms_key_id": "${aws_kms_key.secrets_us_east_1.arn}",
              "replica[region=us-west-1].kms_key_id": "${aws_kms_key.secrets_us_west_1.arn}",
            ]),
          .global(
            "aws_secretsmanager_secret.database_alerts_migration",
            [
              "kms_key_id": "${aws_kms_key.secrets_us_east_1.arn}",
              "replica[region=us-west-1].kms_key_id": "${aws_kms_key.secrets_us_west_1.arn}",
            ]),
          .global(
            "aws_secretsmanager_secret.alerts_master_user",
            [
              "kms_key_id": "${aws_kms_key.secrets_us_east_1.arn}",
              "replica[region=us-west-1].kms_key_id": "${aws_kms_key.secrets_us_west_1.arn}",
            ]))
      },
      CoverageSection("5. WAF Protection") {
        CoverageRow(
          "# Managed Rules Applied\n- AWSManagedRulesSQLiRuleSet # SQL injection", nil,
          .cells(
            "aws_wafv2_web_acl.main",
            [
              "rule[name=AWSManagedRulesSQLiRuleSet].statement.managed_rule_group_statement.vendor_name":
                "AWS",
              "rule[name=AWSManagedRulesSQLiRuleSet].override_action.none": [:],
            ]))
        CoverageRow(
          "- AWSManagedRulesKnownBadInputsRuleSet # Known threats", nil,
          .cells(
            "aws_wafv2_web_acl.main",
            [
              "rule[name=AWSManagedRulesKnownBadInputsRuleSet].statement.managed_rule_group_statement.vendor_name":
                "AWS",
              "rule[name=AWSManagedRulesKnownBadInputsRuleSet].override_action.none": [:],
            ]))
        CoverageRow(
          "- AWSManagedRulesCommonRuleSet # OWASP Top 10",
          "some of its rules are counted first: two block outside callbacks only, which may be large and "
            + "come without a user agent, those of bodies outside free text",
          .cells(
            "aws_wafv2_web_acl.main",
            [
              "rule[name=AWSManagedRulesCommonRuleSet].statement.managed_rule_group_statement.vendor_name":
                "AWS",
              "rule[name=AWSManagedRulesCommonRuleSet].override_action.none": [:],
              "rule[name=unlike-clients-outside-callbacks].action.block": [:],
              "rule[name=attacks-outside-free-text].action.block": [:],
            ]))
        CoverageRow(
          "# Rate Limiting\n- 1000 requests per 5 minutes per IP",
          "callbacks, which come from few addresses, have a limit of their own",
          .cells(
            "aws_wafv2_web_acl.main",
            [
              "rule[name=rate-limit].statement.rate_based_statement.limit": 1_000,
              "rule[name=rate-limit].statement.rate_based_statement.evaluation_window_sec": 300,
              "rule[name=rate-limit].statement.rate_based_statement.aggregate_key_type": "IP",
              "rule[name=rate-limit].statement.rate_based_statement.scope_down_statement.not_statement.statement[0].byte_match_statement.search_string":
                "/v1/callbacks/",
              "rule[name=callback-rate-limit].statement.rate_based_statement.limit": 100_000,
              "rule[name=callback-rate-limit].statement.rate_based_statement.evaluation_window_sec":
                300,
              "rule[name=callback-rate-limit].statement.rate_based_statement.aggregate_key_type":
                "IP",
              "rule[name=callback-rate-limit].statement.rate_based_statement.scope_down_statement.byte_match_statement.search_string":
                "/v1/callbacks/",
            ]))
        CoverageRow(
          "- Custom response: 429 Too Many Requests", nil,
          .cells(
            "aws_wafv2_web_acl.main",
            [
              "rule[name=rate-limit].action.block.custom_response.response_code": 429,
              "rule[name=rate-limit].action.block.custom_response.response_header[name=Retry-After].value":
                "300",
            ]))
      },
    ])
}
