import CellDescription
import CellPrimitives
import SourceLocations

extension Rule {
  /// Karpenter may pay for machines in some way, and each bound is there once and lets some start.
  ///
  /// Source: Karpenter 1, "NodePools", `spec.limits` and `karpenter.sh/capacity-type`, 2026-11.
  static let karpenter = Rule(
    "karpenter", "Karpenter may start machines, within one bound of each kind"
  ) { fleet, _ in
    fleet.environments.flatMap(\.cells).compactMap(\.cluster.karpenter).flatMap { karpenter in
      (capacityFaults(of: karpenter.value) + limitFaults(of: karpenter.value)).map { fault in
        Diagnostic(
          .error, rule: "karpenter", at: karpenter.location, fault.message, fix: fault.fix)
      }
    }
  }
}

private typealias Fault = (message: String, fix: String)

private func capacityFaults(of karpenter: ResolvedKarpenter) -> [Fault] {
  guard karpenter.capacity.isEmpty else { return [] }
  return [
    (
      "Karpenter may use neither spot nor on-demand machines, so it starts none",
      "write `capacity: [.spot, .onDemand]`"
    )
  ]
}

private func limitFaults(of karpenter: ResolvedKarpenter) -> [Fault] {
  var seen: [String: Karpenter.Limit] = [:]
  var faults: [Fault] = []
  for limit in karpenter.limits {
    let (kind, isNothing, example) =
      switch limit {
      case .cpu(let cores): ("cpu", cores == 0, ".cpu(1000)")
      case .memory(let memory): ("memory", memory.mebibytes == 0, ".memory(.gibibytes(1000))")
      }
    if isNothing {
      faults.append(
        (
          "Karpenter's limit of \(kind) is 0, so it starts no machine",
          "write `\(example)`, or leave Karpenter out"
        ))
    }
    if let first = seen[kind], first != limit {
      faults.append(
        (
          "Karpenter has two limits of \(kind), \(first.amount) and \(limit.amount)",
          "keep one of the two"
        ))
    } else if seen[kind] != nil {
      faults.append(
        ("Karpenter has the limit of \(limit.amount) \(kind) twice", "keep one of the two"))
    }
    seen[kind] = seen[kind] ?? limit
  }
  return faults
}

extension Karpenter.Limit {
  fileprivate var amount: String {
    switch self {
    case .cpu(let cores): "\(cores)"
    case .memory(let memory): "\(memory)"
    }
  }
}
