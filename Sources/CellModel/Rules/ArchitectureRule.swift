import CellPrimitives
import SourceLocations

extension Rule {
  /// The machines of an environment run the same images.
  ///
  /// An environment's images are built once for all of its cells. Source: Docker Docs, "Multi-platform
  /// builds", 2026-11: an image for one platform does not start on another.
  static let architecture = Rule(
    "architecture", "the machines of an environment have one architecture"
  ) { fleet, _ in
    fleet.environments.compactMap { environment in
      let groups = environment.cells.flatMap(\.cluster.nodeGroups).sorted {
        $0.location < $1.location
      }
      guard let first = groups.first,
        let other = groups.first(where: { $0.architecture != first.architecture })
      else { return nil }
      return Diagnostic(
        .warning, rule: "architecture", at: other.location,
        "the \(other.value.instance) runs images for \(other.architecture), the "
          + "\(first.value.instance) for \(first.architecture); an image has to hold both",
        fix: .write(
          "NodeGroup(InstanceType(\"\(first.value.instance)\"))", at: other.location
        ).or("build images for both"),
        notes: [.init(at: first.location, "the \(first.value.instance) is here")])
    }
  }
}

extension Placed<ResolvedNodeGroup> {
  fileprivate var architecture: String { value.instance.architecture.rawValue }
}
