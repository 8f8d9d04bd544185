import CellContract
import CellDescription
import CellPrimitives
import TerraformAWS
import TerraformDocument

/// The rules of a web ACL, in the order in which a request meets them.
///
/// They take less than 1,200 of the 1,500 capacity units that the price of a web ACL includes: 1,100
/// for the rule sets, a dozen for each path that is compared, one for each label.
/// Source: AWS WAF Developer Guide, "Web ACL capacity units (WCUs) in AWS WAF", 2026-11.
enum FirewallRules {
  /// Floods are sorted out first: what is over the limit costs no further look.
  static func rules(of firewall: WAF) -> [AWS.WAFv2WebACL.Rule] {
    [
      limit("rate-limit", firewall.rateLimit, priority: 0) {
        $0.notStatement = .init {
          $0.statement = [.init { $0.byteMatchStatement = path(CallbackPath.prefix) }]
        }
      },
      limit("callback-rate-limit", firewall.callbackRateLimit, priority: 1) {
        $0.byteMatchStatement = path(CallbackPath.prefix)
      },
      managed(.common, priority: 2),
      managed(.knownBadInputs, priority: 3),
      managed(.sqlInjection, priority: 4),
      block(
        "unlike-clients-outside-callbacks", CountedRule.unlikeClients,
        outside: [CallbackPath.prefix], priority: 5),
      block(
        "attacks-outside-free-text", CountedRule.freeText,
        outside: [AlertPath.prefix, CallbackPath.prefix], priority: 6),
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

  /// A rule set that AWS maintains; what is counted of it is labelled and let through.
  private static func managed(
    _ set: ManagedRuleSet, priority: Int
  ) -> AWS.WAFv2WebACL.Rule {
    let counted = (CountedRule.unlikeClients + CountedRule.freeText).filter { $0.set == set }
    return rule(set.rawValue, priority: priority) {
      $0.overrideAction = .init { $0.none = .init() }
      $0.statement = .init {
        $0.managedRuleGroupStatement = .init {
          $0.vendorName = "AWS"
          $0.name = Argument(set.rawValue)
          $0.ruleActionOverride = counted.map { counted in
            .init {
              $0.name = Argument(counted.name)
              $0.actionToUse = .init { $0.count = .init() }
            }
          }
        }
      }
    }
  }

  /// Blocks what AWS's rules have only counted, unless it goes to one of the paths.
  private static func block(
    _ name: String, _ counted: [CountedRule], outside prefixes: [String], priority: Int
  ) -> AWS.WAFv2WebACL.Rule {
    rule(name, priority: priority) {
      $0.action = .init { $0.block = .init() }
      $0.statement = .init {
        $0.andStatement = .init {
          $0.statement =
            [.init { $0.orStatement = labelled(counted) }]
            + prefixes.map { prefix in
              .init {
                $0.notStatement = .init {
                  $0.statement = [.init { $0.byteMatchStatement = path(prefix) }]
                }
              }
            }
        }
      }
    }
  }

  private static func labelled(
    _ counted: [CountedRule]
  ) -> AWS.WAFv2WebACL.RuleStatementAndStatementStatementOrStatement {
    .init {
      $0.statement = counted.map { counted in
        .init {
          $0.labelMatchStatement = .init {
            $0.scope = "LABEL"
            $0.key = Argument(counted.label)
          }
        }
      }
    }
  }

  private static func path(
    _ prefix: String
  ) -> AWS.WAFv2WebACL.RuleStatementByteMatchStatement {
    .init {
      $0.fieldToMatch = .init { $0.uriPath = .init() }
      $0.positionalConstraint = "STARTS_WITH"
      $0.searchString = Argument(prefix)
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
