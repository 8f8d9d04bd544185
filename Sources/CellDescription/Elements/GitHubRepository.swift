/// The repository whose workflows plan and deploy an environment.
///
/// The global root then holds a role that plans, for the workflows of the GitHub environment
/// `<name>-plan`, and one that deploys, for those of `<name>`; who may approve them is said in GitHub.
/// Neither needs a stored key: GitHub's OIDC tokens say who asks.
public struct GitHubRepository: Sendable, Hashable {
  package let name: String

  /// Names the repository as GitHub does: `owner/name`.
  public init(_ name: String) { self.name = name }
}
