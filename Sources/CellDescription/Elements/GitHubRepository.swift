/// The repository whose workflows plan and deploy an environment.
///
/// The global root then holds a role that plans, for every workflow of the repository, and one that
/// deploys, for the workflows of the GitHub environment of the same name as the environment's. Neither
/// needs a stored key: GitHub's OIDC tokens say who asks.
public struct GitHubRepository: Sendable, Hashable {
  package let name: String

  /// Names the repository as GitHub does: `owner/name`.
  public init(_ name: String) { self.name = name }
}
