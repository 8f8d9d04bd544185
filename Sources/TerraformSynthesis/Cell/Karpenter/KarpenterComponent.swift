import CellContract
import CellModel
import SourceLocations
import TerraformAWS
import TerraformDocument

/// What Karpenter needs of AWS to start and end a cell's machines; the chart installs Karpenter.
///
/// Its machines have a role of their own, so that what they may do can be told from what the node
/// groups' may. The instance profile is Terraform's: the controller then needs no permission to make
/// one, and so can't give a machine another role.
/// Source: Karpenter 1, "CloudFormation" and "NodeClasses", `spec.instanceProfile`, 2026-11.
struct KarpenterComponent {
  private(set) var component: TerraformComponent

  /// Nil where nobody asked for Karpenter.
  init?(_ cell: ResolvedCell, in cluster: ClusterComponent) {
    guard let location = cell.cluster.karpenter?.location else { return nil }
    var component = TerraformComponent("karpenter", of: .cell(cell), owner: cell.name)
    let role = component.addKarpenterMachines(of: cell, in: cluster, at: location)
    let queue = component.addInterruptions(of: cell, at: location)
    component.addRole(
      of: .karpenter, in: cell, cluster.login,
      statements: .karpenter(of: cell, nodeRole: role.arn, queue: queue.arn), at: location)
    self.component = component
  }
}

extension TerraformComponent {
  /// The role of Karpenter's machines, their way into the cluster and their security group's tag.
  ///
  /// With access entries only, machines that are in no node group join through an entry of type
  /// `EC2_LINUX`; there is no config map to add their role to.
  /// Source: EKS User Guide, "Create access entries", 2026-11.
  fileprivate mutating func addKarpenterMachines(
    of cell: ResolvedCell, in cluster: ClusterComponent, at location: SourceLocation
  ) -> AWS.IAMRole.Attributes {
    let (role, _) = addRole(
      "karpenter_node", named: cell.scope.karpenterNodeRole, trusting: "ec2",
      managedPolicies: NodePolicies.names,
      because: "the role of the machines that Karpenter starts: to join the cluster and fetch"
        + " images",
      at: location)
    add(
      Resource(AWS.IAMInstanceProfile.self, "karpenter_node") {
        $0.name = Argument(cell.scope.karpenterNodeRole)
        $0.role = role.name
      }, because: "gives machines that Karpenter starts their role",
      at: location)
    add(
      Resource(AWS.EKSAccessEntry.self, "karpenter_node") {
        $0.clusterName = cluster.cluster.name
        $0.principalARN = role.arn
        $0.type = "EC2_LINUX"
      }, because: "lets machines that Karpenter starts join the cluster",
      at: location)
    // EKS owns the group, so only the tag is ours.
    add(
      Resource(AWS.EC2Tag.self, "karpenter_discovery") {
        $0.resourceID = cluster.securityGroupID
        $0.key = Argument(CellScope.discoveryTag)
        $0.value = Argument(cell.scope.discovery)
      }, because: "by this tag Karpenter finds the cluster's security group",
      at: location)
    return role
  }
}
