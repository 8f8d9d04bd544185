/// A part of the cluster that is none of our services and needs AWS: an add-on or a controller.
///
/// Each has a service account of a fixed name, and a role that this account alone takes.
public enum ClusterAccount: String, Sendable, Hashable, CaseIterable {
  /// Makes EBS volumes for claims.
  case blockStorage = "ebs-csi"
  /// Sends metrics and logs to CloudWatch; the agent and Fluent Bit share the account.
  case cloudWatch = "cloudwatch"
  /// Starts and ends machines.
  case karpenter = "karpenter"
  /// Scales services by what waits in their queues.
  case keda = "keda"
  /// Keeps pods in the target group of the load balancer.
  case loadBalancer = "load-balancer"
  /// Gives pods addresses of the VPC.
  case podNetwork = "vpc-cni"

  /// The Kubernetes namespace.
  ///
  /// Source: the defaults of the EKS add-ons and of the charts of AWS Load Balancer Controller 3,
  /// Karpenter 1 ("Getting Started") and KEDA 2, 2026-11.
  public var namespace: String {
    switch self {
    case .blockStorage, .karpenter, .loadBalancer, .podNetwork: "kube-system"
    case .cloudWatch: "amazon-cloudwatch"
    case .keda: "keda"
    }
  }

  /// The service account's name. Source: as ``namespace``.
  public var name: String {
    switch self {
    case .blockStorage: "ebs-csi-controller-sa"
    case .cloudWatch: "cloudwatch-agent"
    case .karpenter: "karpenter"
    case .keda: "keda-operator"
    case .loadBalancer: "aws-load-balancer-controller"
    case .podNetwork: "aws-node"
    }
  }
}
