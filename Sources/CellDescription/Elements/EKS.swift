public import CellContract
public import CellPrimitives
public import SourceLocations

/// A cell's Kubernetes cluster, its machines and the services that run on them.
public struct EKS: Sendable {
  package let version: String?
  package let elements: [Placed<ClusterElement>]

  /// Describes the cluster.
  ///
  /// - Parameter version: Kubernetes `major.minor`, such as `"1.35"`; may be left out in an
  ///   override.
  public init(
    version: String? = nil, @ClusterBuilder _ elements: () -> [Placed<ClusterElement>] = { [] }
  ) {
    self.version = version
    self.elements = elements()
  }
}

/// Machines that join the cluster.
public struct NodeGroup: Sendable, Hashable {
  package let name: String
  package let instance: InstanceType?
  package let count: CountRange?

  /// Describes a group; an override names the group and what differs.
  ///
  /// - Parameters:
  ///   - instance: type of every machine.
  ///   - count: how many, `2...6`; the autoscaler moves between the two.
  ///   - name: tells the groups of a cluster apart.
  public init(
    _ instance: InstanceType? = nil, count: CountRange? = nil, named name: String = "general"
  ) {
    self.name = name
    self.instance = instance
    self.count = count
  }
}

/// A service that runs in the cluster.
public struct Run: Sendable, Hashable {
  package let service: ServiceName
  package let replicas: CountRange?

  /// Runs `service`.
  ///
  /// - Parameter replicas: a number, or `2...10` to let the autoscaler choose; by default the
  ///   service's own.
  public init(_ service: ServiceName, replicas: CountRange? = nil) {
    self.service = service
    self.replicas = replicas
  }
}
