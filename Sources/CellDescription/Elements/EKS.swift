public import CellPrimitives
public import SourceLocations

/// A cell's Kubernetes cluster, its machines and the services that run on them.
public struct EKS: Sendable {
  /// From where the Kubernetes API is reached; from inside the VPC it always is.
  public enum EndpointAccess: Sendable, Hashable {
    /// From anywhere; who may do what is still up to IAM and Kubernetes.
    case `public`
    /// From the VPC and these blocks: `.publicFrom("198.51.100.0/24")`, those of offices and runners.
    case publicFrom([String])
    /// From the VPC only; whoever deploys needs a runner there.
    case `private`

    /// From the VPC and these blocks.
    public static func publicFrom(_ blocks: String...) -> Self { .publicFrom(blocks) }
  }

  package let version: String?
  package let endpoint: EndpointAccess?
  package let elements: [Placed<ClusterElement>]

  /// Describes the cluster.
  ///
  /// - Parameters:
  ///   - version: Kubernetes `major.minor`, such as `"1.35"`; may be left out in an override.
  ///   - endpoint: from where the Kubernetes API is reached; by default from anywhere.
  public init(
    version: String? = nil, endpoint: EndpointAccess? = nil,
    @ClusterBuilder _ elements: () -> [Placed<ClusterElement>] = { [] }
  ) {
    self.version = version
    self.endpoint = endpoint
    self.elements = elements()
  }
}

/// Machines that join the cluster and are always there.
///
/// Their number is the minimum. Nothing scales a group: what does not fit on it gets machines of
/// Karpenter's. Up to the maximum a person may raise the number by hand, in the console or with `aws eks
/// update-nodegroup-config`, until the next apply takes it back to the minimum.
public struct NodeGroup: Sendable, Hashable {
  package let name: String
  package let instance: InstanceType?
  /// What was written in the place of a type and is none.
  package let unreadInstance: String?
  package let count: CountRange?

  /// Describes a group of machines of one type; an override names the group and what differs.
  ///
  /// - Parameters:
  ///   - instance: type of every machine.
  ///   - count: how many, `2...6`: two, which somebody may raise to six by hand.
  ///   - name: tells the groups of a cluster apart, 36 characters at most; in EKS it has an ending,
  ///     because a group that has to be built anew is there before the old one goes.
  public init(
    _ instance: InstanceType, count: CountRange? = nil, named name: String = "general"
  ) {
    self.init(name: name, instance: instance, unreadInstance: nil, count: count)
  }

  /// Describes a group by the name that EC2 gives the type of its machines, such as `"m7i.large"`.
  public init(_ instance: String, count: CountRange? = nil, named name: String = "general") {
    let type = InstanceType(instance)
    self.init(
      name: name, instance: type, unreadInstance: type == nil ? instance : nil, count: count)
  }

  /// Says how many machines there are; what they are, a weaker layer says.
  public init(count: CountRange? = nil, named name: String = "general") {
    self.init(name: name, instance: nil, unreadInstance: nil, count: count)
  }

  private init(
    name: String, instance: InstanceType?, unreadInstance: String?, count: CountRange?
  ) {
    self.name = name
    self.instance = instance
    self.unreadInstance = unreadInstance
    self.count = count
  }
}
