import CellContract
import CellDescription
import SourceLocations

extension Rule {
  /// A service that runs once does not depend on spot machines alone.
  ///
  /// Source: EC2 User Guide, "Spot Instance interruptions", 2026-11: two minutes' notice, and nothing
  /// says that others can be had.
  static let spot = Rule(
    "spot", "a service that runs once does not depend on spot machines alone"
  ) { fleet, _ in
    fleet.environments.flatMap(\.cells).flatMap { cell -> [Diagnostic] in
      guard let karpenter = cell.cluster.karpenter, karpenter.value.capacity == [.spot] else {
        return []
      }
      return cell.cluster.services.filter { $0.value.isPods && $0.value.name.contract.isSingleton }
        .map { service in
          Diagnostic(
            .warning, rule: "spot", at: karpenter.location,
            "\(service.value.name) has one pod, and Karpenter may use spot machines alone; when EC2 "
              + "takes them back and has no others, it stands still",
            fix: .write("capacity: [.spot, .onDemand]", at: karpenter.location),
            notes: [.init(at: service.location, "\(service.value.name) runs here")])
        }
    }
  }
}
