import CellDescription
import SourceLocations

extension Rule {
  /// The workflows of an environment's repository reach the Kubernetes API of every cell.
  ///
  /// Source: GitHub Docs, "GitHub-hosted runners reference", "IP addresses", 2026-11: their addresses
  /// change, and GitHub advises against lists of them.
  static let deploymentAccess = Rule(
    "deployment-access", "the runners that deploy reach the Kubernetes API"
  ) { fleet, _ in
    fleet.environments.flatMap { environment -> [Diagnostic] in
      guard let repository = environment.repository, repository.value.runners == .hosted else {
        return []
      }
      return environment.cells.compactMap { cell in
        let endpoint = cell.cluster.endpoint
        guard endpoint.value != .public else { return nil }
        return Diagnostic(
          .error, rule: "deployment-access", at: endpoint.location,
          "the workflows of \(repository.value.name) deploy from GitHub's own runners, which don't "
            + "reach the Kubernetes API of \(cell.name)",
          fix: .write("endpoint: .public", at: endpoint.location)
            .or("`runners: .selfHosted` in GitHubRepository where yours stand in the network"),
          notes: [.init(at: repository.location, "the repository is declared here")])
      }
    }
  }
}
