import CellPrimitives

/// Names of what makes up a cell's cluster.
extension CellScope {
  /// The control plane's role: `bizcomms-cell-use1-01-cluster`.
  public var clusterRole: String { "\(prefix)-cluster" }

  /// The role of the node groups' machines: `bizcomms-cell-use1-01-node`.
  public var nodeRole: String { "\(prefix)-node" }

  /// The role of Karpenter's machines: `bizcomms-cell-use1-01-karpenter-node`.
  public var karpenterNodeRole: String { "\(prefix)-karpenter-node" }

  /// The role by which Fargate starts pods: `bizcomms-cell-use1-01-fargate`.
  public var fargateRole: String { "\(prefix)-fargate" }

  /// The role of an add-on or controller: `bizcomms-cell-use1-01-keda`.
  public func role(of account: ClusterAccount) -> String { "\(prefix)-\(account.rawValue)" }

  /// The role of an add-on or controller, by ARN.
  public func roleARN(of account: ClusterAccount) -> String {
    "arn:aws:iam::\(environment.account):role/\(role(of: account))"
  }

  /// The cluster, by ARN.
  public var clusterARN: String {
    "arn:aws:eks:\(region.name):\(environment.account):cluster/\(cluster)"
  }

  /// The launch template of a node group: `bizcomms-cell-use1-01-general`.
  public func launchTemplate(of nodeGroup: String) -> String { "\(prefix)-\(nodeGroup)" }

  /// The key of the machines' volumes: `alias/bizcomms-cell-use1-01-nodes`.
  public var nodesKeyAlias: String { "alias/\(prefix)-nodes" }

  /// The queue that tells Karpenter of machines that AWS takes back:
  /// `bizcomms-cell-use1-01-interruptions`.
  public var interruptionQueue: String { "\(prefix)-interruptions" }

  /// The rule that puts an event into ``interruptionQueue``:
  /// `bizcomms-cell-use1-01-spot-interruption`.
  public func rule(of interruption: Interruption) -> String {
    "\(prefix)-\(interruption.rawValue)"
  }

  /// What the tag ``discoveryTag`` says of everything that Karpenter finds by it: the cluster.
  public var discovery: String { cluster }

  /// The tag by which Karpenter finds the cell's subnets and security group.
  ///
  /// Source: Karpenter 1, "Getting Started with Karpenter", 2026-11.
  public static let discoveryTag = "karpenter.sh/discovery"

  /// The control plane's log group, whose name EKS fixes: `/aws/eks/bizcomms-cell-use1-01-eks/cluster`.
  public var controlPlaneLogGroup: String { "/aws/eks/\(cluster)/cluster" }

  /// A log group of Container Insights, whose names the CloudWatch agent fixes:
  /// `/aws/containerinsights/bizcomms-cell-use1-01-eks/application`.
  public func logGroup(of source: InsightsSource) -> String {
    "/aws/containerinsights/\(cluster)/\(source.rawValue)"
  }
}

/// What the CloudWatch agent and Fluent Bit collect beside our services' lines.
///
/// Source: CloudWatch User Guide, "Container Insights", "Log groups", 2026-11.
public enum InsightsSource: String, Sendable, Hashable, CaseIterable {
  /// Lines of the pods that are not our services.
  case application
  /// Lines of kubelet, containerd and the network add-ons.
  case dataplane
  /// Lines of the machines' system.
  case host
  /// Metrics, as the lines that they are extracted from.
  case performance
}

/// What AWS says of a machine that it will take back or that has gone.
public enum Interruption: String, Sendable, Hashable, CaseIterable {
  /// Maintenance and faults of a machine.
  case health = "aws-health"
  /// A spot machine is at risk.
  case rebalance = "rebalance"
  /// A spot machine is taken back in two minutes.
  case spot = "spot-interruption"
  /// A machine stops or ends.
  case stateChange = "state-change"

  /// The event's source and detail type in EventBridge.
  ///
  /// Source: Karpenter 1, "CloudFormation", "Interruption Handling", 2026-11.
  public var event: (source: String, detailType: String) {
    switch self {
    case .health: ("aws.health", "AWS Health Event")
    case .rebalance: ("aws.ec2", "EC2 Instance Rebalance Recommendation")
    case .spot: ("aws.ec2", "EC2 Spot Instance Interruption Warning")
    case .stateChange: ("aws.ec2", "EC2 Instance State-change Notification")
    }
  }
}
