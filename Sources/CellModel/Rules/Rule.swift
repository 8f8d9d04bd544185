public import SourceLocations

/// One thing that AWS, or sense, demands of a fleet.
public struct Rule: Sendable {
  /// Kebab case, shown in JSON output and in the list of rules: `cidr-overlap`.
  public let name: String
  /// What it demands, in a sentence.
  public let summary: String
  /// Arguments of synthesized resources that it answers for, which `Amend` must not touch.
  public let guarded: [GuardedArgument]
  /// Everything in the fleet that breaks the rule.
  public let check: @Sendable (ResolvedFleet, RuleContext) -> [Diagnostic]

  init(
    _ name: String, _ summary: String, guards guarded: [GuardedArgument] = [],
    check: @escaping @Sendable (ResolvedFleet, RuleContext) -> [Diagnostic]
  ) {
    self.name = name
    self.summary = summary
    self.guarded = guarded
    self.check = check
  }

  /// Every rule, by name.
  public static let all: [Rule] = [
    .accessEntries,
    .account,
    .architecture,
    .auroraClass,
    .backups,
    .certificateDomain,
    .cidrOverlap,
    .clusterAccess,
    .dataProtection,
    .databasePerRegion,
    .databaseStandby,
    .databaseWindows,
    .debugRetention,
    .deploymentAccess,
    .disruptionBudget,
    .duplicateNames,
    .eksVersion,
    .endpoints,
    .failoverRegions,
    .fargate,
    .firewall,
    .function,
    .instanceType,
    .karpenter,
    .karpenterBound,
    .maintenanceDays,
    .nameLimits,
    .nodeRoom,
    .onePrimary,
    .ownDomain,
    .podAddresses,
    .quotas,
    .replicas,
    .retention,
    .routingPair,
    .serverlessCapacity,
    .serviceResources,
    .serviceStandby,
    .spot,
    .visibility,
    .zones,
  ]
}

/// What a rule may know beside the fleet.
public struct RuleContext: Sendable {
  /// The day for which support dates are judged.
  public let today: FactDate

  /// States the day.
  public init(today: FactDate) { self.today = today }
}

/// An argument that a rule checks on the description, so that a change behind its back is refused.
public struct GuardedArgument: Sendable, Hashable {
  /// Resource type.
  public let type: String
  /// Argument at the top of the resource's body.
  public let argument: String
  /// What to write in the cells instead.
  public let instead: String

  init(_ type: String, _ argument: String, instead: String) {
    self.type = type
    self.argument = argument
    self.instead = instead
  }
}
