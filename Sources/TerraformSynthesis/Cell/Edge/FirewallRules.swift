import CellContract
import CellDescription
import CellPrimitives
import TerraformAWS
import TerraformDocument

/// The rules of a web ACL, in the order in which a request meets them.
///
/// They take little more than 1100 of the 1500 capacity units that the price of a web ACL includes: 700
/// for the common rule set and 200 for each of the two others.
/// Source: AWS WAF Developer Guide, "Baseline rule groups", "Use-case specific rule groups", 2026-11.
enum FirewallRules {
  /// Rules of the common rule set that a provider's callback may break: some send no `User-Agent`,
  /// and a body is not theirs to shorten. The rule set labels what breaks them; a rule of ours blocks
  /// it everywhere else.
  ///
  /// Source: AWS WAF Developer Guide, "Baseline rule groups", "Core rule set", 2026-11.
  private static let unlikeClients = [
    (rule: "NoUserAgent_HEADER", label: "NoUserAgent_Header"),
    (rule: "SizeRestrictions_BODY", label: "SizeRestrictions_Body"),
  ]

  /// Floods are sorted out first: what is over the limit costs no further look.
  static func rules(of firewall: WAF) -> [AWS.WAFv2WebACL.Rule] {
    [
      limit("rate-limit", firewall.rateLimit, priority: 0) {
        $0.notStatement = .init { $0.statement = [.init { $0.byteMatchStatement = callbackPath }] }
      },
      limit("callback-rate-limit", firewall.callbackRateLimit, priority: 1) {
        $0.byteMatchStatement = callbackPath
      },
      managed("AWSManagedRulesCommonRuleSet", counting: unlikeClients.map(\.rule), priority: 2),
      clientsOnly(priority: 3),
      managed("AWSManagedRulesKnownBadInputsRuleSet", priority: 4),
      managed("AWSManagedRulesSQLiRuleSet", priority: 5),
    ]
  }

  /// More requests of one address than the limit are answered with 429 and not with AWS WAF's 403.
  ///
  /// Requests outside the scope are neither counted nor refused.
  /// Source: AWS WAF Developer Guide, "Using rate-based rule statements in AWS WAF", 2026-11.
  private static func limit(
    _ name: String, _ rate: WAF.RateLimit, priority: Int,
    to scope: (inout AWS.WAFv2WebACL.RuleStatementManagedRuleGroupStatementScopeDownStatement) ->
      Void
  ) -> AWS.WAFv2WebACL.Rule {
    rule(name, priority: priority) {
      $0.action = .init { $0.block = FloodResponse.block(for: rate.period) }
      $0.statement = .init {
        $0.rateBasedStatement = .init {
          $0.aggregateKeyType = "IP"
          $0.limit = Argument(rate.requests)
          $0.evaluationWindowSec = Argument(rate.period.seconds)
          $0.scopeDownStatement = .init(scope)
        }
      }
    }
  }

  /// A rule set that AWS maintains; what `counted` names is labelled and let through.
  private static func managed(
    _ name: String, counting counted: [String] = [], priority: Int
  ) -> AWS.WAFv2WebACL.Rule {
    rule(name, priority: priority) {
      $0.overrideAction = .init { $0.none = .init() }
      $0.statement = .init {
        $0.managedRuleGroupStatement = .init {
          $0.vendorName = "AWS"
          $0.name = Argument(name)
          $0.ruleActionOverride = counted.map { name in
            .init {
              $0.name = Argument(name)
              $0.actionToUse = .init { $0.count = .init() }
            }
          }
        }
      }
    }
  }

  /// Blocks what the common rule set has only counted, unless it is a callback.
  private static func clientsOnly(priority: Int) -> AWS.WAFv2WebACL.Rule {
    rule("unlike-clients-outside-callbacks", priority: priority) {
      $0.action = .init { $0.block = .init() }
      $0.statement = .init {
        $0.andStatement = .init {
          $0.statement = [
            .init { $0.orStatement = labelled },
            .init {
              $0.notStatement = .init {
                $0.statement = [.init { $0.byteMatchStatement = callbackPath }]
              }
            },
          ]
        }
      }
    }
  }

  private static var labelled: AWS.WAFv2WebACL.RuleStatementAndStatementStatementOrStatement {
    .init {
      $0.statement = unlikeClients.map { _, label in
        .init {
          $0.labelMatchStatement = .init {
            $0.scope = "LABEL"
            $0.key = Argument("awswaf:managed:aws:core-rule-set:\(label)")
          }
        }
      }
    }
  }

  /// Where providers report.
  private static var callbackPath: AWS.WAFv2WebACL.RuleStatementByteMatchStatement {
    .init {
      $0.fieldToMatch = .init { $0.uriPath = .init() }
      $0.positionalConstraint = "STARTS_WITH"
      $0.searchString = Argument(CallbackPath.prefix)
      $0.textTransformation = [
        .init {
          $0.priority = 0
          $0.type = "NORMALIZE_PATH"
        }
      ]
    }
  }

  /// A rule whose metric has its name.
  private static func rule(
    _ name: String, priority: Int, _ configure: (inout AWS.WAFv2WebACL.Rule) -> Void
  ) -> AWS.WAFv2WebACL.Rule {
    AWS.WAFv2WebACL.Rule {
      $0.name = Argument(name)
      $0.priority = Argument(priority)
      $0.visibilityConfig = .named(name)
      configure(&$0)
    }
  }
}
