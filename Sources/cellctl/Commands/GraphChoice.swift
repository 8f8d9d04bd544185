import ArgumentParser
import CellModel
import FleetGraph
import FleetIndex
import TerraformDocument
import TerraformSynthesis

extension GraphCommand {
  /// What was asked for.
  ///
  /// - Throws: `ValidationError` where nothing has the name; ``InvalidFleet``.
  func graph(in fleet: ValidatedFleet) throws -> Graph {
    let environments = try wanted(in: fleet)
    switch subject {
    case .fleet:
      return Graph(fleetOf: environments)
    case .roots:
      guard environments.count == 1 else {
        let names = environments.map(\.name).joined(separator: ", ")
        throw ValidationError("roots are an environment's; write --environment, one of \(names)")
      }
      let roots = try SynthesizedFleet(fleet).roots
      return Graph(rootsOf: environments[0], roots, BlockIndex(roots))
    case .network:
      return try network(in: fleet, environments)
    }
  }

  private func wanted(in fleet: ValidatedFleet) throws -> [ResolvedEnvironment] {
    guard let environment else { return fleet.environments }
    let found = fleet.environments.filter { $0.name == environment }
    guard !found.isEmpty else {
      throw ValidationError(
        UnknownName(
          environment, kind: "environment", plural: "environments",
          among: fleet.environments.map(\.name)
        ).message)
    }
    return found
  }

  private func network(
    in fleet: ValidatedFleet, _ environments: [ResolvedEnvironment]
  ) throws -> Graph {
    let names = environments.flatMap(\.cells).map(\.name)
    let root = try SynthesizedFleet(fleet).roots.first {
      names.contains(cell ?? "") && $0.path.folder == "cells/\(cell ?? "")"
    }
    guard let cell, let root else {
      throw ValidationError(
        UnknownName(cell ?? "", kind: "cell", plural: "cells", among: names).message)
    }
    return Graph(networkOf: cell, root)
  }
}
