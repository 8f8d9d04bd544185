/// The repository whose workflows plan and deploy an environment.
///
/// The global root then holds a role that plans, for the workflows of the GitHub environment
/// `<name>-plan`, and one that deploys, for those of `<name>`; who may approve them is said in GitHub.
/// Neither needs a stored key: GitHub's OIDC tokens say who asks.
///
/// A token calls the repository by its name, or by its name and the IDs that GitHub gave it and its
/// owner, which nobody else gets who takes the names later. With IDs are the repositories of
/// github.com that were created, renamed or transferred on or after 2026-07-15, and older ones that
/// have opted in. AWS compares texts, so the IDs must be here exactly where they are in the tokens;
/// `gh api repos/owner/name --jq '.owner.id, .id'` prints both.
/// Sources: GitHub changelog, "Immutable subject claims for GitHub Actions OIDC tokens", 2026-04-23,
/// as corrected on 2026-06-10; aws-actions/configure-aws-credentials issue 1888, 2026-07-15, and pull
/// request 1941, 2026-08-28.
public struct GitHubRepository: Sendable, Hashable {
  /// Numbers by which GitHub knows a repository under whatever name.
  package struct IDs: Sendable, Hashable {
    package let owner: Int
    package let repository: Int
  }

  /// Whose machines run the workflows.
  public enum Runners: Sendable, Hashable {
    /// GitHub's, which reach what the internet reaches, from addresses that change.
    case hosted
    /// Yours, in the networks of the cells.
    case selfHosted
  }

  package let name: String
  package let ids: IDs?
  package let runners: Runners

  /// Names a repository whose tokens have no IDs, as GitHub does: `owner/name`.
  ///
  /// - Parameters:
  ///   - name: owner and name.
  ///   - runners: whose machines run the workflows.
  public init(_ name: String, runners: Runners = .hosted) {
    self.name = name
    ids = nil
    self.runners = runners
  }

  /// Names a repository whose tokens have IDs, as GitHub does: `owner/name`.
  ///
  /// - Parameters:
  ///   - ownerID: the number of the user or the organization.
  ///   - repositoryID: the number of the repository.
  ///   - runners: whose machines run the workflows.
  public init(_ name: String, ownerID: Int, repositoryID: Int, runners: Runners = .hosted) {
    self.name = name
    ids = IDs(owner: ownerID, repository: repositoryID)
    self.runners = runners
  }
}
