import CellContract
import CellPrimitives
import SourceLocations

extension Rule {
  /// Every name that follows from an environment's or a cell's is one that its service accepts.
  ///
  /// Source of the limits: ``NameLimits``.
  static let nameLimits = Rule(
    "name-limits", "names, and what is derived from them, are within their services' limits",
    guards: namedArguments.map { type, argument in
      GuardedArgument(type, argument, instead: "another name in `Cell(…)` or `Environment(…)`")
    }
  ) { fleet, _ in
    fleet.environments.flatMap { environment in
      problem(
        with: environment.derivedNames, of: "environment", called: environment.name,
        at: environment.location
      ) { "Environment(\($0))" }
        + environment.cells.flatMap { cell in
          problem(with: cell.derivedNames, of: "cell", called: cell.name, at: cell.location) {
            "Cell(\($0))"
          }
            + takenName(of: cell, in: fleet)
            + cell.cluster.nodeGroups.flatMap { group in
              problem(
                with: [(group.value.name, NameLimits.eksNodeGroup.value)], of: "node group",
                called: group.value.name, at: group.location
              ) { "named: \($0)" }
            }
        }
    }
  }

  private static let namedArguments = [
    ("aws_cloudwatch_event_rule", "name"), ("aws_launch_template", "name"),
    ("aws_cloudwatch_composite_alarm", "alarm_name"),
    ("aws_cloudwatch_dashboard", "dashboard_name"),
    ("aws_cloudwatch_log_group", "name"), ("aws_cloudwatch_metric_alarm", "alarm_name"),
    ("aws_kinesis_firehose_delivery_stream", "name"),
    ("aws_db_subnet_group", "name"), ("aws_dynamodb_table", "name"), ("aws_eks_cluster", "name"),
    ("aws_eks_node_group", "node_group_name_prefix"), ("aws_iam_role", "name"), ("aws_lb", "name"),
    ("aws_lb_target_group", "name"),
    ("aws_rds_cluster", "cluster_identifier"),
    ("aws_rds_cluster", "final_snapshot_identifier"), ("aws_rds_cluster_instance", "identifier"),
    ("aws_rds_cluster_parameter_group", "name"),
    ("aws_rds_global_cluster", "global_cluster_identifier"), ("aws_s3_bucket", "bucket"),
    ("aws_secretsmanager_secret", "name"), ("aws_sns_topic", "name"), ("aws_sqs_queue", "name"),
    ("aws_wafv2_web_acl", "name"),
    ("aws_cloudtrail", "name"), ("aws_lambda_function", "function_name"),
    ("aws_scheduler_schedule", "name"), ("aws_scheduler_schedule_group", "name"),
  ]
}

/// A cell called like a region would share its host name with all cells there, and one called like the
/// tag of what is shared would be billed for that.
private func takenName(of cell: ResolvedCell, in fleet: ResolvedFleet) -> [Diagnostic] {
  let problem: String
  if Region(rawValue: cell.name) != nil {
    problem = "is the name of a region, under which all cells there are reached"
  } else if cell.name == ResolvedEnvironment.sharedCell {
    problem = "is what the tag `cell` says of what all cells share"
  } else {
    return []
  }
  let names = fleet.environments.flatMap(\.cells).map(\.name)
  return [
    Diagnostic(
      .error, rule: "name-limits", at: cell.location, "\"\(cell.name)\" \(problem)",
      fix: .write(
        "Cell(\(swiftLiteral(freeCellName(in: cell.region, besides: names))))", at: cell.location))
  ]
}

/// A name of ours, what follows from it, and what its service accepts.
private typealias DerivedName = (name: String, limit: NameLimit)

extension ResolvedEnvironment {
  /// The name itself comes first: what is wrong with it is wrong with all the others too.
  fileprivate var derivedNames: [DerivedName] {
    [(name, NameLimits.dnsLabel.value)]
      + allRegions.map { (scope.stateBucket(in: $0), NameLimits.s3Bucket.value) }
      + Table.all.map { (scope.name(of: $0), NameLimits.dynamoDBTable.value) }
      + (Secret.all + Database.all.map(\.masterSecret)).map {
        (scope.name(of: $0), NameLimits.secret.value)
      }
      + databases.map { (scope.name(of: $0.value.database), NameLimits.rdsGlobalCluster.value) }
      + GlobalParameter.allCases.map { (scope.parameter($0), NameLimits.parameter.value) }
      + [(scope.tablesKeyAlias, NameLimits.kmsAlias.value)]
      + observabilityNames
      + [
        (scope.trail, NameLimits.trail.value), (scope.auditBucket, NameLimits.s3Bucket.value),
        (scope.auditKeyAlias, NameLimits.kmsAlias.value),
      ]
  }
}

extension ResolvedCell {
  fileprivate var derivedNames: [DerivedName] {
    [(name, NameLimits.dnsLabel.value), (scope.cluster, NameLimits.eksCluster.value)]
      + ServiceName.allCases.flatMap { service in
        [
          (scope.role(of: service), NameLimits.iamRole.value),
          (scope.logGroup(of: service), NameLimits.logGroup.value),
        ]
          + [service.contract.migration].compactMap(\.self).map {
            (scope.role(of: $0), NameLimits.iamRole.value)
          }
      }
      + Topic.all.map { (scope.name(of: $0), NameLimits.snsTopic.value) }
      + Queue.all.map { (scope.deadLetterName(of: $0), NameLimits.sqsQueue.value) }
      + Database.all.flatMap(derivedNames)
      + [
        (scope.logsKeyAlias, NameLimits.kmsAlias.value),
        (scope.flowLogGroup, NameLimits.logGroup.value),
        (scope.flowLogRole, NameLimits.iamRole.value),
        (scope.databaseMonitoringRole, NameLimits.iamRole.value),
        (scope.messagingKeyAlias, NameLimits.kmsAlias.value),
      ]
      + edgeNames
      + clusterNames
      + observabilityNames
      + functionNames
  }

  /// Names of what a service that is a function takes beside its role.
  private var functionNames: [DerivedName] {
    functions.flatMap { service in
      [
        (scope.function(of: service.value.name), NameLimits.function.value),
        (scope.scheduleGroup, NameLimits.schedule.value),
        (scope.scheduleRole(of: service.value.name), NameLimits.iamRole.value),
        (scope.failedRounds(of: service.value.name), NameLimits.sqsQueue.value),
      ]
    }
  }

  private var edgeNames: [DerivedName] {
    [
      (scope.loadBalancer, NameLimits.loadBalancer.value),
      (scope.loadBalancer, NameLimits.webACL.value),
      (scope.targetGroup, NameLimits.targetGroup.value),
      (scope.loadBalancerLogBucket, NameLimits.s3Bucket.value),
      (scope.firewallLogGroup, NameLimits.logGroup.value),
      (scope.takeoverAlarm, NameLimits.alarm.value),
    ]
  }

  /// Launch templates are left out: the cell's part of their names is shorter than a role's 64
  /// characters, the node group's 36 at most, and EC2 takes 128.
  private var clusterNames: [DerivedName] {
    [scope.clusterRole, scope.nodeRole].map { ($0, NameLimits.iamRole.value) }
      + [(scope.nodesKeyAlias, NameLimits.kmsAlias.value)]
      + ClusterAccount.allCases.map { (scope.role(of: $0), NameLimits.iamRole.value) }
      + InsightsSource.allCases.map { (scope.logGroup(of: $0), NameLimits.logGroup.value) }
      + (cluster.karpenter == nil ? [] : karpenterNames)
      + (cluster.fargate == nil ? [] : [(scope.fargateRole, NameLimits.iamRole.value)])
  }

  private var karpenterNames: [DerivedName] {
    [
      (scope.karpenterNodeRole, NameLimits.iamRole.value),
      (scope.interruptionQueue, NameLimits.sqsQueue.value),
    ]
      + Interruption.allCases.map { (scope.rule(of: $0), NameLimits.eventRule.value) }
  }

  /// The subnet group and the parameter group have the cluster's name and wider limits than it.
  ///
  /// The master secret and the endpoints' parameters are left out: the environment's name is in
  /// theirs too, and both services accept whatever is made of names that are accepted elsewhere.
  private func derivedNames(of database: Database) -> [DerivedName] {
    [
      (scope.name(of: database), NameLimits.rdsCluster.value),
      // A cluster has 16 instances at most.
      (scope.instanceName(16, of: database), NameLimits.rdsInstance.value),
      (scope.finalSnapshot(of: database), NameLimits.clusterSnapshot.value),
      (scope.keyAlias(of: database), NameLimits.kmsAlias.value),
      (scope.logGroup(of: database), NameLimits.logGroup.value),
    ]
  }
}

/// The name that is the most too long, or else the first that a service refuses; and a name of ours
/// that would do, as `code` writes it.
private func problem(
  with names: [DerivedName], of kind: String, called name: String, at location: SourceLocation,
  code: (_ literal: String) -> String
) -> [Diagnostic] {
  let longest = names.max { excess(of: $0) < excess(of: $1) }.map { [$0] } ?? []
  for derived in longest.filter({ excess(of: $0) > 0 }) + names {
    guard let problem = derived.limit.problem(with: derived.name) else { continue }
    let excess = excess(of: derived)
    let fix: Fix =
      excess > 0
      ? "shorten the \(kind)'s name \"\(name)\" by \(counted(excess, "character"))"
      : .write(code(swiftLiteral(slug(of: name))), at: location)
    return [Diagnostic(.error, rule: "name-limits", at: location, problem, fix: fix)]
  }
  return []
}

/// By how many characters the name is too long; negative where it is not.
private func excess(of derived: DerivedName) -> Int {
  derived.name.unicodeScalars.count - derived.limit.maximum
}

/// The name in lower-case letters, digits and single hyphens.
private func slug(of name: String) -> String {
  let characters = name.lowercased().map { character -> Character in
    character.isASCII && (character.isLetter || character.isNumber) ? character : "-"
  }
  let parts = String(characters).split(separator: "-")
  return parts.isEmpty ? "example" : parts.joined(separator: "-")
}
