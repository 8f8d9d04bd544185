/// The repository whose workflows plan and deploy an environment.
///
/// The global root then holds a role that plans, for the workflows of the GitHub environment
/// `<name>-plan`, and one that deploys, for those of `<name>`; who may approve them is said in GitHub.
/// Neither needs a stored key: GitHub's OIDC tokens say who asks.
public struct GitHubRepository: Sendable, Hashable {
  package let name: String

  /// Names the repository as the subject of its tokens does: `owner/name`, or with the numbers of both,
  /// `owner@123456/name@456789`, where it was made or renamed since 2026-07-15.
  ///
  /// The roles accept the subject as it is written here and no other; a workflow that prints its token's
  /// claims shows it.
  /// Source: GitHub changelog, "Immutable subject claims for GitHub Actions OIDC tokens", 2026-04-23.
  public init(_ name: String) { self.name = name }
}
