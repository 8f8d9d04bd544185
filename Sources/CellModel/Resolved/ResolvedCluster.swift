public import CellContract
public import CellDescription
public import CellPrimitives
public import SourceLocations

/// A cell's Kubernetes cluster.
public struct ResolvedCluster: Sendable {
  /// Kubernetes version.
  public let version: Placed<KubernetesVersion>
  /// From where the Kubernetes API is reached.
  public let endpoint: Placed<EKS.EndpointAccess>
  /// Machines, by name.
  public let nodeGroups: [Placed<ResolvedNodeGroup>]
  /// Machines that come and go; nil where nobody asked for them.
  public let karpenter: Placed<ResolvedKarpenter>?
  /// Namespaces whose pods need no machine of ours; nil where nobody asked for it.
  public let fargate: Placed<ResolvedFargate>?
  /// Services, by name.
  public let services: [Placed<ResolvedService>]
  /// The element that brings the cluster about.
  public let location: SourceLocation
}

/// Machines of a cluster.
public struct ResolvedNodeGroup: Sendable, Hashable {
  /// Unique in the cluster.
  public let name: String
  /// Type of every machine.
  public let instance: InstanceType
  /// How many.
  public let count: CountRange
}

/// Machines that come and go.
public struct ResolvedKarpenter: Sendable, Hashable {
  /// How they are paid for, by name.
  public let capacity: [Karpenter.Capacity]
  /// Bounds for all of them together, as they were written.
  public let limits: [Karpenter.Limit]
}

/// Namespaces whose pods run on Fargate.
public struct ResolvedFargate: Sendable, Hashable {
  /// By name.
  public let namespaces: [String]
}

/// A service in a cell.
public struct ResolvedService: Sendable, Hashable {
  /// Which one.
  public let name: ServiceName
  /// How many pods.
  public let replicas: CountRange
  /// Where ``replicas`` is said; nil where nobody says, so that it is the contract's.
  public let placeOfReplicas: SourceLocation?
  /// How many pods may be moved at once; nil where nothing says, and for functions.
  public let disruption: Placed<DisruptionBudget>?
  /// What it runs as.
  public let form: Run.Form

  /// Whether it runs as pods of the cluster.
  public var isPods: Bool { form == .pods }
}
