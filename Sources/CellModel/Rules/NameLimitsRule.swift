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
        at: environment.location)
        + environment.cells.flatMap { cell in
          problem(with: cell.derivedNames, of: "cell", called: cell.name, at: cell.location)
            + regionName(of: cell)
            + cell.cluster.nodeGroups.flatMap { group in
              problem(
                with: [(group.value.name, NameLimits.eksNodeGroup.value)], of: "node group",
                called: group.value.name, at: group.location)
            }
        }
    }
  }

  private static let namedArguments = [
    ("aws_db_subnet_group", "name"), ("aws_dynamodb_table", "name"), ("aws_eks_cluster", "name"),
    ("aws_iam_role", "name"), ("aws_rds_cluster", "cluster_identifier"),
    ("aws_rds_cluster", "final_snapshot_identifier"), ("aws_rds_cluster_instance", "identifier"),
    ("aws_rds_cluster_parameter_group", "name"),
    ("aws_rds_global_cluster", "global_cluster_identifier"), ("aws_s3_bucket", "bucket"),
    ("aws_secretsmanager_secret", "name"), ("aws_sns_topic", "name"), ("aws_sqs_queue", "name"),
    ("aws_cloudtrail", "name"), ("aws_lambda_function", "function_name"),
    ("aws_scheduler_schedule", "name"), ("aws_scheduler_schedule_group", "name"),
  ]
}

/// A cell called like a region would share its host name with all cells there.
private func regionName(of cell: ResolvedCell) -> [Diagnostic] {
  guard Region(rawValue: cell.name) != nil else { return [] }
  return [
    Diagnostic(
      .error, rule: "name-limits", at: cell.location,
      "\"\(cell.name)\" is the name of a region, under which all cells there are reached",
      fix: "write \"cell-\(cell.region.abbreviation)-01\"")
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
      }
      + ["\(scope.prefix)-cluster", "\(scope.prefix)-node"].map { ($0, NameLimits.iamRole.value) }
      + Topic.all.map { (scope.name(of: $0), NameLimits.snsTopic.value) }
      + Queue.all.map { (scope.deadLetterName(of: $0), NameLimits.sqsQueue.value) }
      + Database.all.flatMap(derivedNames)
      + cluster.services.filter { !$0.value.isPods }.flatMap { service in
        [
          (scope.function(of: service.value.name), NameLimits.function.value),
          (scope.scheduleGroup, NameLimits.schedule.value),
          (scope.scheduleRole(of: service.value.name), NameLimits.iamRole.value),
          (scope.failedRounds(of: service.value.name), NameLimits.sqsQueue.value),
        ]
      }
  }

  /// The subnet group, the parameter group and the final snapshot have the cluster's name, with or
  /// without an ending, and wider limits than it.
  ///
  /// The master secret and the endpoints' parameters are left out: the environment's name is in
  /// theirs too, and both services accept whatever is made of names that are accepted elsewhere.
  private func derivedNames(of database: Database) -> [DerivedName] {
    [
      (scope.name(of: database), NameLimits.rdsCluster.value),
      // A cluster has 16 instances at most.
      (scope.instanceName(16, of: database), NameLimits.rdsInstance.value),
      (scope.keyAlias(of: database), NameLimits.kmsAlias.value),
    ]
  }
}

/// The name that is the most too long, or else the first that a service refuses; and a name of ours
/// that would do.
private func problem(
  with names: [DerivedName], of kind: String, called name: String, at location: SourceLocation
) -> [Diagnostic] {
  let longest = names.max { excess(of: $0) < excess(of: $1) }.map { [$0] } ?? []
  for derived in longest.filter({ excess(of: $0) > 0 }) + names {
    guard let problem = derived.limit.problem(with: derived.name) else { continue }
    let excess = excess(of: derived)
    let fix =
      excess > 0
      ? "shorten the \(kind)'s name \"\(name)\" by \(excess) "
        + (excess == 1 ? "character" : "characters")
      : "write \"\(slug(of: name))\""
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
