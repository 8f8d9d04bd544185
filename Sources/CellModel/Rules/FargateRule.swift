import CellContract
import SourceLocations

extension Rule {
  /// Fargate takes 1 to 5 namespaces that Kubernetes can have, and not that of our services.
  ///
  /// Source: Amazon EKS quotas, "Selectors per Fargate profile", and EKS User Guide, "Simplify
  /// compute management with AWS Fargate": no DaemonSets there, 2026-11.
  static let fargate = Rule(
    "fargate", "Fargate runs one to five namespaces of system components",
    guards: [
      GuardedArgument("aws_eks_fargate_profile", "selector", instead: "`Fargate(namespaces: …)`")
    ]
  ) { fleet, _ in
    fleet.environments.flatMap(\.cells).compactMap(\.cluster.fargate).flatMap { fargate in
      faults(with: fargate.value.namespaces, at: fargate.location).map { message, fix in
        Diagnostic(.error, rule: "fargate", at: fargate.location, message, fix: fix)
      }
    }
  }
}

/// The most selectors that a profile has.
private let maximumNamespaces = 5

private func faults(
  with namespaces: [String], at place: SourceLocation
) -> [(message: String, fix: Fix)] {
  if namespaces.isEmpty {
    return [
      (
        "Fargate has no namespace, so it runs nothing",
        .leaveOut("Fargate(namespaces: [])", at: place).or("name one")
      )
    ]
  }
  var faults: [(message: String, fix: Fix)] = []
  if namespaces.count > maximumNamespaces {
    faults.append(
      (
        "Fargate has \(namespaces.count) namespaces; it takes \(maximumNamespaces) at most",
        "name the \(maximumNamespaces) that matter"
      ))
  }
  for namespace in namespaces {
    if let problem = NameLimits.kubernetesName.value.problem(with: namespace) {
      faults.append((problem, "write the namespace's name, such as \"kube-system\""))
    } else if namespace == ServiceContract.namespace {
      faults.append(
        (
          "Fargate has the namespace \(namespace), whose lines nobody would collect: "
            + "Fluent Bit runs on machines only",
          fix(leaving: namespaces.filter { $0 != namespace }, at: place)
        ))
    }
  }
  return faults
}

private func fix(leaving namespaces: [String], at place: SourceLocation) -> Fix {
  namespaces.isEmpty
    ? .leaveOut("Fargate(…)", at: place)
    : .write("namespaces: \(swiftLiteral(namespaces))", at: place)
}
