import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct DeploymentAccessRuleTests {
  private let line = #line + 7
  private func check(
    _ endpoint: EKS.EndpointAccess, _ repository: GitHubRepository? = GitHubRepository("a/b")
  ) -> String {
    diagnostics(rules: [.deploymentAccess]) {
      if let repository { repository }
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
        EKS(endpoint: endpoint)
      }
    }
  }

  @Test func `accepts a public API, runners of one's own, and nobody who deploys`() {
    #expect(check(.public) == "")
    #expect(check(.private, GitHubRepository("a/b", runners: .selfHosted)) == "")
    #expect(check(.private, nil) == "")
  }

  @Test(arguments: [EKS.EndpointAccess.private, .publicFrom("203.0.113.0/24")])
  func `refuses an API that GitHub's runners don't reach`(endpoint: EKS.EndpointAccess) {
    #expect(
      check(endpoint) == """
        DeploymentAccessRuleTests.swift:\(line):9: error: the workflows of a/b deploy from GitHub's own \
        runners, which don't reach the Kubernetes API of cell-a [deployment-access]
          note: DeploymentAccessRuleTests.swift:\(line - 2):27: the repository is declared here
          fix: write `endpoint: .public`, or `runners: .selfHosted` in GitHubRepository where yours \
        stand in the network
        """)
  }
}
