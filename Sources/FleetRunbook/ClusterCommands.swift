public import CellContract
import CellDescription
public import CellModel
public import CellPrimitives
import SourceLocations

/// How people enter a cell's cluster, and what they do there.
extension ResolvedCell {
  /// Lets `kubectl` into the cluster, with the role of an access entry.
  public func enter(as role: RoleARN) -> ShellCommand {
    ShellCommand(
      ["aws", "eks", "update-kubeconfig", "--region", region.name, "--name", scope.cluster],
      ["--role-arn", role.description])
  }

  /// The pods of the services, and on which machines they run.
  public static var pods: ShellCommand {
    ShellCommand([
      "kubectl", "--namespace", ServiceContract.namespace, "get", "pods", "--output", "wide",
    ])
  }

  /// Starts the pods of a service anew, a few at a time.
  public static func restart(_ service: ServiceName) -> ShellCommand {
    ShellCommand([
      "kubectl", "--namespace", ServiceContract.namespace, "rollout", "restart",
      "deployment/\(service.contract.workload)",
    ])
  }

  /// Goes back to what a service's pods ran before.
  public static func undo(_ service: ServiceName) -> ShellCommand {
    ShellCommand([
      "kubectl", "--namespace", ServiceContract.namespace, "rollout", "undo",
      "deployment/\(service.contract.workload)",
    ])
  }

  /// The names of the node groups, which have an ending that only EKS knows.
  public var nodeGroupNames: ShellCommand {
    ShellCommand([
      "aws", "eks", "list-nodegroups", "--region", region.name, "--cluster-name", scope.cluster,
    ])
  }

  /// Replaces the machines of a node group, whose name people fill in, by ones from the newest image.
  public static let renewMachines = ShellCommand(
    script: """
      aws eks update-nodegroup-version --region <region> --cluster-name <cluster> --nodegroup-name <group>
      """)

  /// What went wrong lately, line by line, of a service.
  ///
  /// Source: Amazon CloudWatch Logs User Guide, "Filter pattern syntax", JSON, 2026-11.
  public func failures(of service: ServiceName) -> ShellCommand {
    let levels = LogLevel.failures.map { "($.\(LogField.level.rawValue) = \"\($0.rawValue)\")" }
    return ShellCommand(
      ["aws", "logs", "tail", scope.logGroup(of: service), "--region", region.name],
      ["--since", "1h", "--filter-pattern", "{ \(levels.joined(separator: " || ")) }"])
  }
}
