public import CellDescription

/// The repository whose workflows plan and deploy an environment.
public struct ResolvedRepository: Sendable, Hashable {
  /// As GitHub names it: `owner/name`.
  public let name: String
  /// What the subject of every token begins with that GitHub gives to a workflow of the repository:
  /// `repo:owner/name:`, or `repo:owner@123/name@456:` where it puts the IDs in.
  ///
  /// What follows says for whom: `environment:production`.
  /// Source: GitHub documentation, "OpenID Connect reference", "Immutable subject claims", 2026-11.
  public let subjectPrefix: String
  /// Whether tokens have the IDs of the repository and its owner.
  public let hasIDs: Bool
  /// Whose machines run the workflows.
  public let runners: GitHubRepository.Runners
}
