import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

extension TerraformComponent {
  /// Runs the pods of some namespaces on Fargate; nothing where nobody asked for it.
  ///
  /// The role pulls images and joins the cluster; pods can't take it. Only profiles of this cluster
  /// may use it.
  /// Source: EKS User Guide, "Amazon EKS Pod execution IAM role", 2026-11.
  mutating func addFargateProfile(
    of cell: ResolvedCell, in cluster: AWS.EKSCluster.Attributes, _ network: NetworkComponent
  ) {
    guard let fargate = cell.cluster.fargate else { return }
    let scope = cell.scope
    let profiles =
      "arn:aws:eks:\(cell.region.name):\(scope.environment.account):fargateprofile/"
      + "\(scope.cluster)/*"
    let (role, policies) = addRole(
      "fargate", named: scope.fargateRole, trusting: "eks-fargate-pods",
      onlyIf: [.init("ArnLike", "aws:SourceArn", Argument(profiles))],
      managedPolicies: ["AmazonEKSFargatePodExecutionRolePolicy"],
      because: "the role by which Fargate fetches images and writes logs",
      at: fargate.location)
    let meta = MetaArguments(dependsOn: policies + network.privateRouting)
    add(
      Resource(AWS.EKSFargateProfile.self, "system", meta: meta) {
        $0.clusterName = cluster.name
        $0.fargateProfileName = "system"
        $0.podExecutionRoleARN = role.arn
        $0.subnetIDs = Argument(network.privateSubnets.map(\.id))
        $0.selector = fargate.value.namespaces.map { namespace in
          .init { $0.namespace = Argument(namespace) }
        }
      }, because: "pods of these namespaces run on Fargate and need no machine of ours",
      at: fargate.location)
  }
}
