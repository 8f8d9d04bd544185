import CellContract
import CellPrimitives
import SourceLocations

extension Rule {
  /// A cluster takes one entry of a role, and ours one of the environment's own account.
  ///
  /// EKS would take the role of another account; who enters through one of this account is seen in
  /// the trail of this account, and can be kept out there.
  /// Source: Amazon EKS User Guide, "Create access entries", 2026-11.
  static let accessEntries = Rule(
    "access-entries", "each role of an environment's account has one access entry at most",
    guards: [
      GuardedArgument(
        "aws_eks_access_entry", "principal_arn", instead: "`AccessEntry(…, role: …)`"),
      GuardedArgument(
        "aws_eks_access_policy_association", "policy_arn", instead: "`AccessEntry(…, role: …)`"),
    ]
  ) { fleet, _ in
    fleet.environments.flatMap { environment in
      strangers(in: environment) + duplicates(in: environment) + deployers(in: environment)
    }
  }
}

private func strangers(in environment: ResolvedEnvironment) -> [Diagnostic] {
  // A stand-in stands for a text that could not be read, which has been reported.
  guard environment.scope.account != StandIn.account else { return [] }
  return environment.accessEntries.compactMap { entry in
    let role = entry.value.role
    guard role.account != environment.scope.account else { return nil }
    return Diagnostic(
      .error, rule: "access-entries", at: entry.location,
      "\(role) is a role of the account \(role.account); \(environment.name) is in "
        + "\(environment.scope.account)",
      fix: "name a role of \(environment.scope.account) that the same people may take")
  }
}

/// A role's name is the same in upper and lower case, and one in its account whatever its path.
private func duplicates(in environment: ResolvedEnvironment) -> [Diagnostic] {
  let byRole = Dictionary(grouping: environment.accessEntries) { entry in
    "\(entry.value.role.account) \(entry.value.role.name.lowercased())"
  }
  return byRole.values.flatMap { same in
    let ordered = same.sorted { $0.location < $1.location }
    return ordered.dropFirst().map { entry in
      Diagnostic(
        .error, rule: "access-entries", at: entry.location,
        "the role \(entry.value.role.name) has an access entry already; a cluster takes one",
        fix: "keep one of the two", notes: [.init(at: ordered[0].location, "the first is here")])
    }
  }
}

private func deployers(in environment: ResolvedEnvironment) -> [Diagnostic] {
  guard environment.repository != nil else { return [] }
  return environment.accessEntries.compactMap { entry in
    guard entry.value.role.name.lowercased() == environment.scope.deployRole.lowercased() else {
      return nil
    }
    return Diagnostic(
      .error, rule: "access-entries", at: entry.location,
      "\(entry.value.role.name) is the role that deploys, which has an access entry already",
      fix: .leaveOut("AccessEntry(…)", at: entry.location))
  }
}
