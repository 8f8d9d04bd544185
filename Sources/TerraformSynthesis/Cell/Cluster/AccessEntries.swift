import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

extension TerraformComponent {
  /// Lets in who has an access entry: the repository's deploy role, and people.
  ///
  /// The deploy role may do everything. A narrower policy would not do: a release creates namespaces,
  /// custom resource definitions and the roles of controllers, and Kubernetes lets nobody grant what
  /// he may not do himself.
  /// Machines need no entry here: EKS makes that of node groups and Fargate, and the file of
  /// Karpenter has its own.
  /// Source: EKS User Guide, "Review access policy permissions", 2026-11; Kubernetes documentation,
  /// "Using RBAC Authorization", "Privilege escalation prevention and bootstrapping".
  mutating func addAccessEntries(
    of environment: ResolvedEnvironment, to cluster: AWS.EKSCluster.Attributes
  ) {
    if let repository = environment.repository {
      addAccessEntry(
        "deploy", of: environment.scope.deployRoleARN, .administrator, to: cluster,
        at: repository.location)
    }
    for entry in environment.accessEntries {
      addAccessEntry(
        entry.value.role.block, of: entry.value.role.text, entry.value.policy, to: cluster,
        at: entry.location)
    }
  }

  private mutating func addAccessEntry(
    _ block: String, of role: String, _ policy: AccessEntry.Policy,
    to cluster: AWS.EKSCluster.Attributes, at location: SourceLocation
  ) {
    let entry = add(
      Resource(AWS.EKSAccessEntry.self, block) {
        $0.clusterName = cluster.name
        $0.principalARN = Argument(role)
        $0.type = "STANDARD"
      }, because: "lets one IAM role into the cluster; nobody enters without an entry",
      at: location)
    add(
      Resource(AWS.EKSAccessPolicyAssociation.self, block) {
        $0.clusterName = cluster.name
        $0.principalARN = entry.principalARN
        $0.policyARN = Argument("arn:aws:eks::aws:cluster-access-policy/\(policy.name)")
        $0.accessScope = .init { $0.type = "cluster" }
      }, because: "says what the role may do inside the cluster",
      at: location)
  }
}

extension RoleARN {
  /// What the blocks of its entry are called; our own entries don't begin with `role_`.
  fileprivate var block: String {
    "role_" + String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }
}

extension AccessEntry.Policy {
  /// EKS's name of it. Source: EKS User Guide, "Review access policy permissions", 2026-11.
  fileprivate var name: String {
    switch self {
    case .administrator: "AmazonEKSClusterAdminPolicy"
    case .viewer: "AmazonEKSViewPolicy"
    }
  }
}
