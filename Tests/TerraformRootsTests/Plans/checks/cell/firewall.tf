# The web ACL in front of the load balancer.
locals {
  firewall_rules = { for rule in aws_wafv2_web_acl.main.rule : rule.name => rule }

  attack_rules = {
    common = ["CrossSiteScripting_BODY", "EC2MetaDataSSRF_BODY", "GenericLFI_BODY", "GenericRFI_BODY"]
    sql    = ["SQLiExtendedPatterns_BODY", "SQLi_BODY"]
  }
  unlike_client_rules = ["NoUserAgent_HEADER", "SizeRestrictions_BODY"]

  flood        = local.firewall_rules["rate-limit"]
  flood_answer = local.flood.action[0].block[0].custom_response[0]
  flood_body   = one(aws_wafv2_web_acl.main.custom_response_body)

  firewall_facts = {
    acl = {
      planned = {
        blocks_by_default = length(aws_wafv2_web_acl.main.default_action[0].block) > 0
        guards            = aws_wafv2_web_acl_association.main.resource_arn
        guarded_by        = aws_wafv2_web_acl_association.main.web_acl_arn
        name              = aws_wafv2_web_acl.main.name
        scope             = aws_wafv2_web_acl.main.scope
      }
      wanted = {
        blocks_by_default = false
        guards            = aws_lb.main.arn
        guarded_by        = aws_wafv2_web_acl.main.arn
        name              = local.prefix
        scope             = "REGIONAL"
      }
    }
    order = {
      planned = { for name, rule in local.firewall_rules : name => rule.priority }
      wanted = {
        rate-limit                           = 0
        callback-rate-limit                  = 1
        AWSManagedRulesCommonRuleSet         = 2
        AWSManagedRulesKnownBadInputsRuleSet = 3
        AWSManagedRulesSQLiRuleSet           = 4
        unlike-clients-outside-callbacks     = 5
        attacks-outside-free-text            = 6
      }
    }
    # AWS's rules block by themselves; `count` in their place would only watch.
    managed = {
      planned = {
        for name, rule in local.firewall_rules : name => {
          counted = sort(rule.statement[0].managed_rule_group_statement[0].rule_action_override[*].name)
          set     = rule.statement[0].managed_rule_group_statement[0].name
          vendor  = rule.statement[0].managed_rule_group_statement[0].vendor_name
          watches = length(rule.override_action[0].count) > 0
        } if length(rule.statement[0].managed_rule_group_statement) > 0
      }
      wanted = {
        # What these count is blocked by a later rule, but where free text or callbacks look like it.
        for name, counted in {
          AWSManagedRulesCommonRuleSet         = concat(local.attack_rules.common, local.unlike_client_rules)
          AWSManagedRulesKnownBadInputsRuleSet = []
          AWSManagedRulesSQLiRuleSet           = local.attack_rules.sql
        } : name => { counted = sort(counted), set = name, vendor = "AWS", watches = false }
      }
    }
    rate = {
      planned = {
        answer   = local.flood_answer.response_code
        body     = local.flood_body.content
        counted  = local.flood.statement[0].rate_based_statement[0].aggregate_key_type
        headers  = { for header in local.flood_answer.response_header : header.name => header.value }
        named    = local.flood_answer.custom_response_body_key == local.flood_body.key
        requests = local.flood.statement[0].rate_based_statement[0].limit
        seconds  = local.flood.statement[0].rate_based_statement[0].evaluation_window_sec
        type     = local.flood_body.content_type
      }
      wanted = {
        answer   = 429
        body     = "{\"error\": \"Too Many Requests\"}"
        counted  = "IP"
        headers  = { Retry-After = "300" }
        named    = true
        requests = 1000
        seconds  = 300
        type     = "APPLICATION_JSON"
      }
    }
    # Blocked by what was counted before: the labels, and the paths where they are let through.
    later = {
      planned = {
        for name, rule in local.firewall_rules : name => {
          blocks = length(rule.action[0].block) > 0
          labels = sort([
            for part in flatten(rule.statement[0].and_statement[0].statement[*].or_statement[*].statement[*]) :
            split(":", part.label_match_statement[0].key)[4]
          ])
          outside = sort([
            for part in flatten(rule.statement[0].and_statement[0].statement[*].not_statement[*].statement[*]) :
            part.byte_match_statement[0].search_string
          ])
        } if length(rule.statement[0].and_statement) > 0
      }
      wanted = {
        for name, it in {
          attacks-outside-free-text = {
            rules = flatten(values(local.attack_rules))
            paths = ["/v1/alerts", "/v1/callbacks/"]
          }
          unlike-clients-outside-callbacks = {
            rules = local.unlike_client_rules
            paths = ["/v1/callbacks/"]
          }
          } : name => {
          blocks  = true
          labels  = sort([for rule in it.rules : replace(replace(rule, "_BODY", "_Body"), "_HEADER", "_Header")])
          outside = it.paths
        }
      }
    }
    # Twilio calls from few addresses: its callbacks have a limit of their own, by the same path.
    callbacks = {
      planned = {
        for name in ["callback-rate-limit", "rate-limit"] : name => {
          answer   = local.firewall_rules[name].action[0].block[0].custom_response[0].response_code
          requests = local.firewall_rules[name].statement[0].rate_based_statement[0].limit
          paths = flatten([
            for scope in local.firewall_rules[name].statement[0].rate_based_statement[0].scope_down_statement : concat(
              [for match in scope.byte_match_statement : match.search_string],
              [
                for match in flatten(scope.not_statement[*].statement[*].byte_match_statement[*]) :
                "not ${match.search_string}"
              ],
            )
          ])
        }
      }
      wanted = {
        callback-rate-limit = { answer = 429, requests = 100000, paths = ["/v1/callbacks/"] }
        rate-limit          = { answer = 429, requests = 1000, paths = ["not /v1/callbacks/"] }
      }
    }
    logging = {
      planned = {
        acl     = aws_wafv2_web_acl_logging_configuration.main.resource_arn
        default = aws_wafv2_web_acl_logging_configuration.main.logging_filter[0].default_behavior
        groups  = aws_wafv2_web_acl_logging_configuration.main.log_destination_configs
        hidden = sort([
          for field in aws_wafv2_web_acl_logging_configuration.main.redacted_fields : field.single_header[0].name
        ])
        kept = sort(flatten([
          for filter in aws_wafv2_web_acl_logging_configuration.main.logging_filter[0].filter : [
            for condition in filter.condition : condition.action_condition[0].action
          ] if filter.behavior == "KEEP"
        ]))
        name = aws_cloudwatch_log_group.firewall.name
      }
      wanted = {
        acl     = aws_wafv2_web_acl.main.arn
        default = "DROP"
        groups  = [aws_cloudwatch_log_group.firewall.arn]
        hidden  = ["authorization", "x-api-key"]
        kept    = ["BLOCK", "COUNT", "EXCLUDED_AS_COUNT"]
        name    = "aws-waf-logs-${local.prefix}" # AWS refuses another beginning
      }
    }
    metrics = {
      planned = {
        for name, rule in local.firewall_rules :
        name => "${rule.visibility_config[0].metric_name} ${rule.visibility_config[0].cloudwatch_metrics_enabled}"
      }
      wanted = { for name in keys(local.firewall_rules) : name => "${name} true" }
    }
  }
}

check "firewall" {
  assert {
    condition     = local.firewall_differences.acl == ""
    error_message = "the web ACL guards otherwise: ${local.firewall_differences.acl}"
  }

  assert {
    condition     = local.firewall_differences.order == ""
    error_message = "other rules, or in another order: ${local.firewall_differences.order}"
  }

  assert {
    condition     = local.firewall_differences.managed == ""
    error_message = "AWS's rules are others, or only watch: ${local.firewall_differences.managed}"
  }

  assert {
    condition     = local.firewall_differences.rate == ""
    error_message = "a flood is answered otherwise: ${local.firewall_differences.rate}"
  }

  assert {
    condition     = local.firewall_differences.callbacks == ""
    error_message = "callbacks are limited otherwise: ${local.firewall_differences.callbacks}"
  }

  assert {
    condition     = local.firewall_differences.later == ""
    error_message = "what AWS's rules count is let through: ${local.firewall_differences.later}"
  }

  assert {
    condition     = local.firewall_differences.logging == ""
    error_message = "blocked requests go unrecorded, or with secrets: ${local.firewall_differences.logging}"
  }

  assert {
    condition     = local.firewall_differences.metrics == ""
    error_message = "a rule counts elsewhere: ${local.firewall_differences.metrics}"
  }

  assert {
    condition     = local.output.waf_web_acl_arn == aws_wafv2_web_acl.main.arn
    error_message = "the output names ${local.output.waf_web_acl_arn}"
  }
}
