import CellContract
import CellDescription
import SourceLocations

extension Rule {
  /// Where data is protected, services that take requests have a second pod.
  ///
  /// With one, every update and every machine that goes is a time without the service. Source:
  /// Kubernetes documentation, "Disruptions", "Pod disruption budgets", 2026-11: a budget for one pod
  /// keeps machines from being drained, or keeps nothing.
  static let serviceStandby = Rule(
    "service-standby", "services of a protected environment have two pods at least"
  ) { fleet, _ in
    fleet.environments.filter { $0.dataProtection == .preventDestroy }.flatMap { environment in
      environment.cells.flatMap(\.cluster.services).compactMap { service in
        let replicas = service.value.replicas
        guard service.value.isPods, !service.value.name.contract.isSingleton, replicas.minimum == 1
        else { return nil }
        let wanted = CountRange(minimum: 2, maximum: max(2, replicas.maximum))
        return Diagnostic(
          .warning, rule: "service-standby", at: service.location,
          "\(service.value.name) may run as one pod in \(environment.name), and nothing serves while "
            + "it is replaced",
          fix: .write("replicas: \(wanted)", at: service.location))
      }
    }
  }
}
