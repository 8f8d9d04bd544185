import CellContract
import CellModel
import SourceLocations

extension ResolvedEnvironment {
  /// Who may plan and deploy from outside, and what their tokens must say.
  var workflows: String {
    guard let repository = repository?.value else {
      return "No repository is named in `cells/` whose workflows plan or deploy."
    }
    return """
      `terraform/global` makes two roles for the workflows of `\(repository.name)`, which take them by
      OpenID Connect, with no stored key, and only within a GitHub environment. Make both there, each
      with required reviewers:

      - `\(scope.planningEnvironment)` may take `\(scope.planRoleARN)`. A plan changes nothing but opens the
        master password of the database, so let nobody start one unseen.
      - `\(scope.deployingEnvironment)` may take `\(scope.deployRoleARN)`. Limit it to the main branch.

      Neither can change what bounds it, nor the audit trail that tells of it: whoever administers the
      account applies `terraform/global` the first time, and whenever its `deployment.tf.json` or
      `audit.tf.json` changes, as with a new region.

      AWS admits tokens of GitHub whose subject begins with `\(repository.subjectPrefix)`.
      \(repository.noteOnIDs)
      """
  }
}

extension ResolvedRepository {
  /// Source of the date and of who has IDs: as `GitHubRepository` says.
  fileprivate var noteOnIDs: String {
    if hasIDs {
      return """
        The subjects of a repository from before 2026-07-15 have these IDs only once it has opted in.
        """
    }
    return """
      A repository that was created, renamed or transferred on or after 2026-07-15, or that has opted
      in, has IDs in its subjects and is refused; then `GitHubRepository` in `cells/` must have the IDs
      of owner and repository, which `gh api repos/\(name) --jq '.owner.id, .id'` prints.
      """
  }
}
