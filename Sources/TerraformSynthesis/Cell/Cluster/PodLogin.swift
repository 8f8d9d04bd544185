import CellContract
import CellModel
import SourceLocations
import TerraformAWS
import TerraformDocument

/// How pods of a cluster log in to AWS: as their service account, vouched for by the cluster.
///
/// Source: EKS User Guide, "IAM roles for service accounts", 2026-11.
struct PodLogin {
  let provider: AWS.IAMOpenIDConnectProvider.Attributes
  /// The issuer without `https://`, as trust policies name it.
  let issuer: Argument<String>

  /// Lets one service account of one namespace take a role, and nobody else.
  func trust(in account: String, of namespace: String) -> IAMPolicy.Statement {
    IAMPolicy.Statement(
      principal: ("Federated", provider.arn),
      actions: ["sts:AssumeRoleWithWebIdentity"],
      conditions: [
        .init("StringEquals", "\(issuer):aud", "sts.amazonaws.com"),
        .init(
          "StringEquals", "\(issuer):sub",
          Argument("system:serviceaccount:\(namespace):\(account)")),
      ])
  }
}

extension TerraformComponent {
  /// The provider through which pods of `cluster` log in.
  mutating func addPodLogin(
    of cluster: AWS.EKSCluster.Attributes, at location: SourceLocation
  ) -> PodLogin {
    let issuer = cluster.identity[0].oidc[0].issuer
    let provider = add(
      Resource(AWS.IAMOpenIDConnectProvider.self, "cluster") {
        $0.url = issuer
        $0.clientIDList = ["sts.amazonaws.com"]
      },
      because: "lets AWS trust the tokens of the cluster's service accounts, so that pods need"
        + " no keys",
      at: location)
    let bare: Argument<String> = local(
      "oidc_issuer", (issuer.applying("replace", "\"https://\"", "\"\"") as Argument<String>).json,
      at: location)
    return PodLogin(provider: provider, issuer: bare)
  }

  /// The role of an add-on or controller, for its service account alone.
  ///
  /// - Parameters:
  ///   - managedPolicy: AWS's own policy for it, where there is one.
  ///   - statements: what else it may do.
  /// - Returns: the role, and references to what it may do, for what must not start before that.
  @discardableResult
  mutating func addRole(
    of account: ClusterAccount, in cell: ResolvedCell, _ login: PodLogin,
    managedPolicy: String? = nil, statements: [IAMPolicy.Statement] = [],
    at location: SourceLocation
  ) -> (role: AWS.IAMRole.Attributes, policies: [TerraformReference]) {
    let block = blockName(account.rawValue)
    let trust = policy(
      "\(block)_trust", IAMPolicy(login.trust(in: account.name, of: account.namespace)),
      at: location)
    let role = add(
      Resource(AWS.IAMRole.self, block) {
        $0.name = Argument(cell.scope.role(of: account))
        $0.assumeRolePolicy = trust
      }, because: "what the pods of the service account \(account.rawValue) are in AWS",
      at: location)
    var policies: [TerraformReference] = []
    if let managedPolicy {
      policies.append(
        add(
          Resource(AWS.IAMRolePolicyAttachment.self, "\(block)_\(managedPolicy)") {
            $0.role = role.name
            $0.policyARN = Argument("arn:aws:iam::aws:policy/\(managedPolicy)")
          }, because: "what AWS says that \(account.rawValue) needs",
          at: location
        ).reference)
    }
    if !statements.isEmpty {
      let document = policy("\(block)_policy", IAMPolicy(statements), at: location)
      policies.append(
        add(
          Resource(AWS.IAMRolePolicy.self, block) {
            $0.name = Argument(account.rawValue)
            $0.role = role.name
            $0.policy = document
          }, because: "what \(account.rawValue) may do, and nothing else",
          at: location
        ).reference)
    }
    return (role, policies)
  }
}
