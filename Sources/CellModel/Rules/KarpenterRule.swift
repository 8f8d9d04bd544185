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
      (capacityFaults(of: karpenter) + limitFaults(of: karpenter)).map { fault in
        Diagnostic(
          .error, rule: "karpenter", at: karpenter.location, fault.message, fix: fault.fix)
      }
    }
  }
}

private typealias Fault = (message: String, fix: Fix)

private func capacityFaults(of karpenter: Placed<ResolvedKarpenter>) -> [Fault] {
  guard karpenter.value.capacity.isEmpty else { return [] }
  return [
    (
      "Karpenter may use neither spot nor on-demand machines, so it starts none",
      .write("capacity: [.spot, .onDemand]", at: karpenter.location)
    )
  ]
}

private func limitFaults(of karpenter: Placed<ResolvedKarpenter>) -> [Fault] {
  let limits = karpenter.value.limits
  let corrected = corrected(limits).map(\.swiftText).joined(separator: ", ")
  let fix = Fix.write("limit: \(corrected)", at: karpenter.location)
  var seen: [String: Karpenter.Limit] = [:]
  var faults: [Fault] = []
  for limit in limits {
    let kind = limit.kind
    if limit.isNothing {
      faults.append(
        (
          "Karpenter's limit of \(kind) is 0, so it starts no machine",
          fix.or("leave Karpenter out")
        ))
    }
    if let first = seen[kind], first != limit {
      faults.append(
        (
          "Karpenter has two limits of \(kind), \(first.amount) and \(limit.amount)",
          fix.or("keep the other one")
        ))
    } else if seen[kind] != nil {
      faults.append(("Karpenter has the limit of \(limit.amount) \(kind) twice", fix))
    }
    seen[kind] = seen[kind] ?? limit
  }
  return faults
}

/// The first limit of each kind, and in place of nothing one that is large enough for most.
private func corrected(_ limits: [Karpenter.Limit]) -> [Karpenter.Limit] {
  var kinds: Set<String> = []
  return limits.filter { kinds.insert($0.kind).inserted }.map { limit in
    switch limit {
    case .cpu: limit.isNothing ? .cpu(1000) : limit
    case .memory: limit.isNothing ? .memory(.gibibytes(1000)) : limit
    }
  }
}

extension Karpenter.Limit {
  fileprivate var kind: String {
    switch self {
    case .cpu: "cpu"
    case .memory: "memory"
    }
  }

  fileprivate var isNothing: Bool {
    switch self {
    case .cpu(let cores): cores == 0
    case .memory(let memory): memory.mebibytes == 0
    }
  }

  fileprivate var amount: String {
    switch self {
    case .cpu(let cores): "\(cores)"
    case .memory(let memory): "\(memory)"
    }
  }
}
