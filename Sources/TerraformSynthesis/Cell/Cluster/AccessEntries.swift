import CellContract
import CellModel
import SourceLocations
import TerraformAWS
import TerraformDocument

extension TerraformComponent {
  /// Lets the repository's deploy role do everything in the cluster; nothing where there is none.
  ///
  /// A narrower policy would not do: a release creates namespaces, custom resource definitions and
  /// the roles of controllers, and Kubernetes lets nobody grant what he may not do himself.
  /// Machines need no entry here: EKS makes that of node groups and Fargate, and the file of
  /// Karpenter has its own.
  /// Source: EKS User Guide, "Review access policy permissions", 2026-11; Kubernetes documentation,
  /// "Using RBAC Authorization", "Privilege escalation prevention and bootstrapping".
  mutating func addAccessEntries(
    of environment: ResolvedEnvironment, to cluster: AWS.EKSCluster.Attributes
  ) {
    guard let location = environment.repository?.location else { return }
    let entry = add(
      Resource(AWS.EKSAccessEntry.self, "deploy") {
        $0.clusterName = cluster.name
        $0.principalARN = Argument(environment.scope.deployRoleARN)
        $0.type = "STANDARD"
      }, at: location)
    add(
      Resource(AWS.EKSAccessPolicyAssociation.self, "deploy") {
        $0.clusterName = cluster.name
        $0.principalARN = entry.principalARN
        $0.policyARN = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"
        $0.accessScope = .init { $0.type = "cluster" }
      }, at: location)
  }
}
