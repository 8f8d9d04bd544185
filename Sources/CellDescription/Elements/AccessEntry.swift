/// Who may enter every Kubernetes cluster of an environment: the people who may take an IAM role.
///
/// Only those who have an entry get in; the repository's deploying role has one of its own. The role
/// is in the environment's account and is there before a cell is applied. Give it a name that does not
/// begin with `bizcomms-`: such roles are the deploying role's to change.
/// Source: EKS User Guide, "Create access entries", 2026-11.
public struct AccessEntry: Sendable, Hashable {
  /// What they may do inside.
  public enum Policy: Sendable, Hashable {
    /// Everything, as EKS's `AmazonEKSClusterAdminPolicy` says.
    case administrator
    /// Look at what runs in namespaces, at no secret and no machine: `AmazonEKSViewPolicy`.
    case viewer
  }

  package let policy: Policy
  package let role: String

  /// Lets the people of a role in.
  ///
  /// - Parameters:
  ///   - policy: what they may do.
  ///   - role: the role's ARN: `"arn:aws:iam::123456789012:role/operators"`.
  public init(_ policy: Policy, role: String) {
    self.policy = policy
    self.role = role
  }
}
