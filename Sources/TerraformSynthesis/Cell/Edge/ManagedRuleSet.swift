/// The rule sets of AWS that a web ACL uses.
///
/// Source of names and label namespaces: AWS WAF Developer Guide, "Baseline rule groups" and "Use-case
/// specific rule groups", 2026-11.
enum ManagedRuleSet: String, CaseIterable {
  /// The common web attacks: 700 capacity units.
  case common = "AWSManagedRulesCommonRuleSet"
  /// Input that only an attacker sends: 200 capacity units.
  case knownBadInputs = "AWSManagedRulesKnownBadInputsRuleSet"
  /// SQL in a request: 200 capacity units.
  case sqlInjection = "AWSManagedRulesSQLiRuleSet"

  /// What its labels begin with.
  var labels: String {
    switch self {
    case .common: "awswaf:managed:aws:core-rule-set"
    case .knownBadInputs: "awswaf:managed:aws:known-bad-inputs"
    case .sqlInjection: "awswaf:managed:aws:sql-database"
    }
  }
}
