import CellPrimitives
import SourceLocations

extension Rule {
  /// Machines are of a type that EC2 has in the cell's region.
  ///
  /// A type that is not in the table may have come out after it, so that is a warning. Source:
  /// ``InstanceTypeFacts``.
  static let instanceType = Rule(
    "instance-type", "machines are of a type that EC2 offers in the region",
    guards: [
      GuardedArgument(
        "aws_eks_node_group", "instance_types", instead: "`NodeGroup(…)` with another type")
    ]
  ) { fleet, _ in
    fleet.environments.flatMap(\.cells).flatMap { cell in
      cell.cluster.nodeGroups.compactMap { group in
        problem(with: group.value.instance, in: cell.region).map { severity, message in
          Diagnostic(
            severity, rule: "instance-type", at: group.location, message,
            fix: .write(
              "NodeGroup(\(alternative(to: group.value.instance, in: cell.region)))",
              at: group.location))
        }
      }
    }
  }
}

private func problem(
  with type: InstanceType, in region: Region
) -> (severity: Diagnostic.Severity, message: String)? {
  if InstanceTypeFacts.isOffered(type, in: region) { return nil }
  if InstanceTypeFacts.networking(of: type) != nil {
    return (.error, "\(region.name) does not offer machines of the type \(type)")
  }
  return (
    .warning, "the type \(type) is not known here; EC2 may not offer it in \(region.name)"
  )
}

/// A type of the same size and architecture from a family that every region has, or the type of the
/// standard shape.
private func alternative(to type: InstanceType, in region: Region) -> String {
  ["t3", "t4g", "m5", "m6g"].compactMap { InstanceType("\($0).\(type.size)") }
    .first { $0.architecture == type.architecture && InstanceTypeFacts.isOffered($0, in: region) }
    .map { "InstanceType(\"\($0)\")" } ?? ".t3Large"
}
