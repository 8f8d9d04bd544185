import CellContract
import CellModel
import CellPrimitives
import TerraformDocument

extension [IAMPolicy.Statement] {
  /// What Karpenter's controller may do: start machines that carry this cluster's tags, and touch no
  /// others.
  ///
  /// Adapted from the policy that Karpenter 1.14.1 publishes: this cell's account and region
  /// everywhere, no capacity reservations or placement groups, and no writing of instance profiles,
  /// because Terraform makes the one that is used. What stands on `*` can't be limited to a resource:
  /// reading EC2, held to the region; prices; and the list of instance profiles, in which Karpenter
  /// looks for leftovers of its own. Reading the state of machines (`DescribeInstanceStatus`) is
  /// needed from Karpenter 1.12 on, which ends those that fail EC2's own checks.
  /// Source: Karpenter 1.14.1, "CloudFormation", `KarpenterController…Policy`, and "Upgrade Guide";
  /// Service Authorization Reference, 2026-11.
  static func karpenter(
    of cell: ResolvedCell, nodeRole: Argument<String>, queue: Argument<String>
  ) -> Self {
    let policy = KarpenterPolicy(cell: cell)
    return policy.machines + policy.surroundings(nodeRole: nodeRole, queue: queue)
  }
}

private struct KarpenterPolicy {
  let cell: ResolvedCell

  private var region: String { cell.region.name }
  private var cluster: Argument<String> { Argument(cell.scope.cluster) }
  private var clusterTag: String { "kubernetes.io/cluster/\(cell.scope.cluster)" }

  /// `arn:aws:ec2:<region>:<account>:<type>/*`; AWS's images and snapshots have no account.
  private func ec2(_ types: String..., ownedByAWS: Bool = false) -> [Argument<String>] {
    let account = ownedByAWS ? "" : cell.scope.environment.account.digits
    return types.map { Argument("arn:aws:ec2:\(region):\(account):\($0)/*") }
  }

  /// Tags that a request gives, or that a resource has: this cluster's, of any node pool.
  private func tagged(_ kind: String) -> [IAMPolicy.Condition] {
    [
      .init("StringEquals", Argument("aws:\(kind)/\(clusterTag)"), "owned"),
      .init("StringLike", Argument("aws:\(kind)/karpenter.sh/nodepool"), "*"),
    ]
  }

  var machines: [IAMPolicy.Statement] {
    let start = ["ec2:CreateFleet", "ec2:RunInstances"]
    let named = IAMPolicy.Condition(
      "StringEquals", "aws:RequestTag/eks:eks-cluster-name", cluster)
    let made = ec2(
      "fleet", "instance", "launch-template", "network-interface", "spot-instances-request",
      "volume")
    return [
      IAMPolicy.Statement(
        actions: start,
        resources: ec2("image", "snapshot", ownedByAWS: true) + ec2("security-group", "subnet")),
      IAMPolicy.Statement(
        actions: start, resources: ec2("launch-template"), conditions: tagged("ResourceTag")),
      IAMPolicy.Statement(
        actions: start + ["ec2:CreateLaunchTemplate"], resources: made,
        conditions: tagged("RequestTag") + [named]),
      IAMPolicy.Statement(
        actions: ["ec2:CreateTags"], resources: made,
        conditions: tagged("RequestTag") + [
          named,
          .init(
            "StringEquals", "ec2:CreateAction",
            anyOf: ["CreateFleet", "CreateLaunchTemplate", "RunInstances"]),
        ]),
      IAMPolicy.Statement(
        actions: ["ec2:CreateTags"], resources: ec2("instance"),
        conditions: tagged("ResourceTag") + [
          .init("StringEqualsIfExists", "aws:RequestTag/eks:eks-cluster-name", cluster),
          .init(
            "ForAllValues:StringEquals", "aws:TagKeys",
            anyOf: ["Name", "eks:eks-cluster-name", "karpenter.sh/nodeclaim"]),
        ]),
      IAMPolicy.Statement(
        actions: ["ec2:DeleteLaunchTemplate", "ec2:TerminateInstances"],
        resources: ec2("instance", "launch-template"), conditions: tagged("ResourceTag")),
    ]
  }

  func surroundings(
    nodeRole: Argument<String>, queue: Argument<String>
  ) -> [IAMPolicy.Statement] {
    let account = cell.scope.environment.account
    let profile = "arn:aws:iam::\(account):instance-profile/\(cell.scope.karpenterNodeRole)"
    return [
      IAMPolicy.Statement(
        actions: ["iam:PassRole"], resources: [nodeRole],
        conditions: [.init("StringEquals", "iam:PassedToService", "ec2.amazonaws.com")]),
      IAMPolicy.Statement(
        actions: ["iam:GetInstanceProfile"], resources: [Argument(profile)]),
      IAMPolicy.Statement(
        actions: ["eks:DescribeCluster"], resources: [Argument(cell.scope.clusterARN)]),
      // Whether a zone is shifted away from: no machine starts there until it is over.
      // Source: Karpenter 1.14.1, "CloudFormation", `KarpenterControllerZonalShiftPolicy`, 2026-11.
      IAMPolicy.Statement(
        actions: ["arc-zonal-shift:GetManagedResource"], resources: ["*"],
        conditions: [
          .init(
            "StringEquals", "arc-zonal-shift:ResourceIdentifier", Argument(cell.scope.clusterARN))
        ]),
      IAMPolicy.Statement(
        actions: ["sqs:DeleteMessage", "sqs:GetQueueUrl", "sqs:ReceiveMessage"],
        resources: [queue]),
      // Where AWS publishes the IDs of its images.
      IAMPolicy.Statement(
        actions: ["ssm:GetParameter"],
        resources: [Argument("arn:aws:ssm:\(region)::parameter/aws/service/*")]),
      IAMPolicy.Statement(
        actions: [
          "ec2:DescribeImages", "ec2:DescribeInstanceTypeOfferings", "ec2:DescribeInstanceTypes",
          "ec2:DescribeInstances", "ec2:DescribeInstanceStatus", "ec2:DescribeLaunchTemplates",
          "ec2:DescribeSecurityGroups", "ec2:DescribeSpotPriceHistory", "ec2:DescribeSubnets",
        ],
        resources: ["*"],
        conditions: [.init("StringEquals", "aws:RequestedRegion", Argument(region))]),
      IAMPolicy.Statement(
        actions: ["iam:ListInstanceProfiles", "pricing:GetProducts"], resources: ["*"]),
    ]
  }
}
