import CellDescription
import CellPrimitives
import TerraformDocument
import Testing

/// What a cell's web ACL lets through, what it answers otherwise, and what it writes down.
@Suite struct FirewallTests {
  @Test func `a request meets the flood guards, then AWS's three rule sets`() throws {
    let acl = try sampleCell()["aws_wafv2_web_acl", "main"]
    #expect(acl["scope"] == "REGIONAL")
    #expect(acl["default_action"] == ["allow": [:]])
    #expect(acl["rule"].elements.map { $0["priority"] } == [0, 1, 2, 3, 4, 5])
    let names = [
      "rate-limit", "callback-rate-limit", "AWSManagedRulesCommonRuleSet",
      "unlike-clients-outside-callbacks",
      "AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesSQLiRuleSet",
    ]
    #expect(acl["rule"].elements.compactMap { $0["name"].text } == names)
    for (rule, name) in zip(acl["rule"].elements, names) {
      #expect(
        rule["visibility_config"] == [
          "cloudwatch_metrics_enabled": true, "metric_name": .string(name),
          "sampled_requests_enabled": true,
        ])
    }
    #expect(acl["visibility_config"]["metric_name"] == "bizcomms-cell-a")
    for set in [4, 5] {
      let rule = acl["rule"].elements[set]
      #expect(rule["override_action"] == ["none": [:]])
      #expect(
        rule["statement"]["managed_rule_group_statement"]
          == ["name": .string(names[set]), "vendor_name": "AWS"])
    }
  }

  /// AWS WAF's own answer would be 403 without a body.
  @Test func `a rate rule answers 429 and not 403`() throws {
    let acl = try sampleCell()["aws_wafv2_web_acl", "main"]
    let rule = try #require(acl["rule"].elements.first)
    let limit = rule["statement"]["rate_based_statement"]
    #expect(limit["aggregate_key_type"] == "IP")
    #expect(limit["evaluation_window_sec"] == 300)
    #expect(limit["limit"] == 1000)
    #expect(
      rule["action"] == [
        "block": [
          "custom_response": [
            "custom_response_body_key": "too-many-requests", "response_code": 429,
            "response_header": [["name": "Retry-After", "value": "300"]],
          ]
        ]
      ])
    #expect(
      acl["custom_response_body"] == [
        [
          "content": #"{"error": "Too Many Requests"}"#, "content_type": "APPLICATION_JSON",
          "key": "too-many-requests",
        ]
      ])
  }

  /// Twilio reports on thousands of deliveries from few addresses.
  @Test func `callbacks have a higher limit of their own, all other requests the usual one`() throws
  {
    let rules = try sampleCell()["aws_wafv2_web_acl", "main"]["rule"].elements
    let limits = rules.prefix(2).map { $0["statement"]["rate_based_statement"] }
    #expect(limits.map { $0["limit"] } == [1000, 100_000])
    #expect(limits.map { $0["evaluation_window_sec"] } == [300, 300])
    #expect(
      limits.map { $0["scope_down_statement"] } == [
        ["not_statement": ["statement": [callbackPath]]], callbackPath,
      ])
    #expect(rules[1]["action"] == rules[0]["action"])
    let own = try sampleCell { WAF(callbackRateLimit: .requests(500, per: .minutes(2))) }
    let statement = own["aws_wafv2_web_acl", "main"]["rule"].elements[1]["statement"]
    #expect(statement["rate_based_statement"]["limit"] == 500)
    #expect(statement["rate_based_statement"]["evaluation_window_sec"] == 120)
  }

  private let callbackPath: TerraformJSON = [
    "byte_match_statement": [
      "field_to_match": ["uri_path": [:]], "positional_constraint": "STARTS_WITH",
      "search_string": "/v1/callbacks/",
      "text_transformation": [["priority": 0, "type": "NORMALIZE_PATH"]],
    ]
  ]

  @Test func `the limit and its window are the cell's own`() throws {
    let cell = try sampleCell { WAF(rateLimit: .requests(50, per: .minutes(1))) }
    let rule = try #require(cell["aws_wafv2_web_acl", "main"]["rule"].elements.first)
    let statement = rule["statement"]["rate_based_statement"]
    #expect(statement["limit"] == 50)
    #expect(statement["evaluation_window_sec"] == 60)
    let response = rule["action"]["block"]["custom_response"]
    #expect(response["response_header"] == [["name": "Retry-After", "value": "60"]])
  }

  @Test func `a callback may be large and have no user agent, other requests may not`() throws {
    let rules = try sampleCell()["aws_wafv2_web_acl", "main"]["rule"].elements
    let common = rules[2]["statement"]["managed_rule_group_statement"]
    #expect(
      common["rule_action_override"] == [
        ["action_to_use": ["count": [:]], "name": "NoUserAgent_HEADER"],
        ["action_to_use": ["count": [:]], "name": "SizeRestrictions_BODY"],
      ])
    func labelled(_ label: String) -> TerraformJSON {
      [
        "label_match_statement": [
          "key": .string("awswaf:managed:aws:core-rule-set:\(label)"), "scope": "LABEL",
        ]
      ]
    }
    #expect(rules[3]["action"] == ["block": [:]])
    #expect(
      rules[3]["statement"]["and_statement"]["statement"] == [
        [
          "or_statement": [
            "statement": [labelled("NoUserAgent_Header"), labelled("SizeRestrictions_Body")]
          ]
        ],
        ["not_statement": ["statement": [callbackPath]]],
      ])
  }

  @Test func `the web ACL stands before the load balancer and gives its ARN away`() throws {
    let cell = try sampleCell()
    #expect(
      cell["aws_wafv2_web_acl_association", "main"] == [
        "resource_arn": "${aws_lb.main.arn}", "web_acl_arn": "${aws_wafv2_web_acl.main.arn}",
      ])
    #expect(
      cell.files["firewall.tf.json"]?["output"] == [
        "waf_web_acl_arn": [
          "description": "ARN of the web ACL", "value": "${aws_wafv2_web_acl.main.arn}",
        ]
      ])
  }

  /// AWS WAF writes to no log group of another beginning.
  @Test func `WAF log destinations are named aws-waf-logs-`() throws {
    let cell = try sampleCell { Observability(logRetention: .days(14)) }
    #expect(
      cell["aws_cloudwatch_log_group", "firewall"] == [
        "kms_key_id": "${aws_kms_key.logs.arn}", "name": "aws-waf-logs-bizcomms-cell-a",
        "retention_in_days": 14,
      ])
    let log = cell["aws_wafv2_web_acl_logging_configuration", "main"]
    #expect(log["log_destination_configs"] == ["${aws_cloudwatch_log_group.firewall.arn}"])
    #expect(log["resource_arn"] == "${aws_wafv2_web_acl.main.arn}")
  }

  @Test func `what was let through as a matter of course is not logged`() throws {
    let log = try sampleCell()["aws_wafv2_web_acl_logging_configuration", "main"]
    #expect(
      log["logging_filter"] == [
        "default_behavior": "DROP",
        "filter": [
          [
            "behavior": "KEEP",
            "condition": [
              ["action_condition": ["action": "BLOCK"]], ["action_condition": ["action": "COUNT"]],
              ["action_condition": ["action": "EXCLUDED_AS_COUNT"]],
            ],
            "requirement": "MEETS_ANY",
          ]
        ],
      ])
  }

  /// The logs' redaction leaves sampled requests as they came.
  @Test func `API keys are seen neither in logs nor in samples`() throws {
    let cell = try sampleCell()
    #expect(
      cell["aws_wafv2_web_acl_logging_configuration", "main"]["redacted_fields"] == [
        ["single_header": ["name": "authorization"]], ["single_header": ["name": "x-api-key"]],
      ])
    #expect(
      cell["aws_wafv2_web_acl", "main"]["data_protection_config"]["data_protection"] == [
        [
          "action": "SUBSTITUTION",
          "field": [
            "field_keys": ["authorization", "x-api-key"], "field_type": "SINGLE_HEADER",
          ],
        ]
      ])
  }
}
