import CellDescription
import CellPrimitives
import Cells
import TerraformDocument
import Testing

/// What a cell's web ACL lets through, what it answers otherwise, and what it writes down.
@Suite struct FirewallTests {
  @Test func `a request meets the flood guards, then AWS's three rule sets`() throws {
    let acl = try sampleCell()["aws_wafv2_web_acl", "main"]
    #expect(acl["default_action"] == ["allow": [:]])
    #expect(acl["rule"].elements.map { $0["priority"] } == [0, 1, 2, 3, 4, 5, 6])
    let names = [
      "rate-limit", "callback-rate-limit", "AWSManagedRulesCommonRuleSet",
      "AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesSQLiRuleSet",
      "unlike-clients-outside-callbacks", "attacks-outside-free-text",
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
    for set in [2, 3, 4] {
      let rule = acl["rule"].elements[set]
      #expect(rule["override_action"] == ["none": [:]])
      let statement = rule["statement"]["managed_rule_group_statement"]
      #expect(statement["name"] == .string(names[set]))
      #expect(statement["vendor_name"] == "AWS")
    }
    #expect(
      acl["rule"].elements[3]["statement"]["managed_rule_group_statement"]["rule_action_override"]
        == .null)
  }

  /// The other scope is CloudFront's, and in us-east-1 only.
  @Test func `a web ACL before a load balancer is REGIONAL, in whatever region`() throws {
    for region in [Region.usEast1, .usWest1] {
      let cell = try sampleCell(in: region)
      #expect(cell["aws_wafv2_web_acl", "main"]["scope"] == "REGIONAL")
      #expect(
        cell["aws_wafv2_web_acl_association", "main"]["resource_arn"] == "${aws_lb.main.arn}")
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
    #expect(counted(in: rules[2]).isSuperset(of: ["NoUserAgent_HEADER", "SizeRestrictions_BODY"]))
    #expect(rules[5]["action"] == ["block": [:]])
    #expect(
      rules[5]["statement"]["and_statement"]["statement"] == [
        [
          "or_statement": [
            "statement": [
              labelled("core-rule-set:NoUserAgent_Header"),
              labelled("core-rule-set:SizeRestrictions_Body"),
            ]
          ]
        ],
        ["not_statement": ["statement": [callbackPath]]],
      ])
  }

  /// "DROP TABLE users" may be a story's title, and "<script>" somebody's answer by SMS.
  @Test func `a body of free text may look like an attack, any other body may not`() throws {
    let rules = try sampleCell()["aws_wafv2_web_acl", "main"]["rule"].elements
    #expect(
      counted(in: rules[2]).isSuperset(of: [
        "CrossSiteScripting_BODY", "EC2MetaDataSSRF_BODY", "GenericLFI_BODY", "GenericRFI_BODY",
      ]))
    #expect(counted(in: rules[4]) == ["SQLiExtendedPatterns_BODY", "SQLi_BODY"])
    #expect(rules[6]["action"] == ["block": [:]])
    var alertPath = callbackPath.members["byte_match_statement"]?.members ?? [:]
    alertPath["search_string"] = "/v1/alerts"
    #expect(
      rules[6]["statement"]["and_statement"]["statement"] == [
        [
          "or_statement": [
            "statement": [
              labelled("core-rule-set:CrossSiteScripting_Body"),
              labelled("core-rule-set:EC2MetaDataSSRF_Body"),
              labelled("core-rule-set:GenericLFI_Body"), labelled("core-rule-set:GenericRFI_Body"),
              labelled("sql-database:SQLiExtendedPatterns_Body"),
              labelled("sql-database:SQLi_Body"),
            ]
          ]
        ],
        ["not_statement": ["statement": [["byte_match_statement": .object(alertPath)]]]],
        ["not_statement": ["statement": [callbackPath]]],
      ])
  }

  /// What is counted and blocked by no rule of ours would be let through everywhere.
  @Test func `whatever is only counted has a label that a later rule blocks`() throws {
    let rules = try sampleCell()["aws_wafv2_web_acl", "main"]["rule"].elements
    let names = rules.flatMap(counted)
    let labels = rules[5...].flatMap { rule in
      rule["statement"]["and_statement"]["statement"].elements[0]["or_statement"]["statement"]
        .elements.compactMap { $0["label_match_statement"]["key"].text }
    }
    #expect(names.count == 8)
    let blocked = labels.compactMap { $0.split(separator: ":").last?.lowercased() }
    #expect(blocked.sorted() == names.map { $0.lowercased() }.sorted())
  }

  /// The rules of a set that only count.
  private func counted(in rule: TerraformJSON) -> Set<String> {
    let statement = rule["statement"]["managed_rule_group_statement"]
    let overrides = statement["rule_action_override"].elements
    #expect(overrides.allSatisfy { $0["action_to_use"] == ["count": [:]] })
    return Set(overrides.compactMap { $0["name"].text })
  }

  private func labelled(_ label: String) -> TerraformJSON {
    [
      "label_match_statement": [
        "key": .string("awswaf:managed:aws:\(label)"), "scope": "LABEL",
      ]
    ]
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

  /// AWS attaches one to the log group; those of the account are ten for all cells of a region.
  @Test func `no resource policy of the account is spent on the log of a firewall`() throws {
    for root in try [Cells.fleet, everyChoice].flatMap({ try WrittenFleet($0).all }) {
      #expect(root.blocks("aws_cloudwatch_log_resource_policy").isEmpty, "\(root.path)")
    }
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
