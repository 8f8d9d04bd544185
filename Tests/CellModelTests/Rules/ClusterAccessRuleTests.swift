import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

/// From where the Kubernetes API is reached; each fix is applied as well.
struct ClusterAccessRuleTests {
  private let line = #line + 5
  private func check(_ endpoint: EKS.EndpointAccess) -> String {
    diagnostics(rules: [.clusterAccess]) {
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
        VPC()
        EKS(endpoint: endpoint)
      }
    }
  }

  @Test(
    arguments: [
      .public, .private, .publicFrom("198.51.100.0/24"), .publicFrom("8.8.8.8/32", "9.0.0.0/8"),
      .publicFrom((1...40).map { "198.51.100.\($0)/32" }),
    ] as [EKS.EndpointAccess])
  func `accepts everybody, nobody and public blocks`(endpoint: EKS.EndpointAccess) {
    #expect(check(endpoint) == "")
  }

  @Test(
    arguments: [
      (
        ["0.0.0.0/0"], "the Kubernetes API is open to 0.0.0.0/0, which is everybody",
        "write `endpoint: .public`"
      ),
      (
        [], "the Kubernetes API is open to no block outside the VPC", "write `endpoint: .private`"
      ),
      (
        ["10.0.0.0/16"],
        "the Kubernetes API is open to 10.0.0.0/16, a private block, which EKS refuses",
        "write `endpoint: .private`, because from inside the VPC the API is always reached"
      ),
      (
        ["198.51.100.7/24"], "198.51.100.7/24 has host bits set; the network is 198.51.100.0/24",
        #"write `endpoint: .publicFrom("198.51.100.0/24")`"#
      ),
      (
        ["198.51.100.7"], #""198.51.100.7" has no prefix length"#,
        #"write an address and a prefix length, such as "10.0.0.0/16""#
      ),
      (
        (1...41).map { "198.51.100.\($0)/32" },
        "the Kubernetes API is open to 41 blocks; EKS takes 40 at most",
        "write larger blocks, or `endpoint: .private` and a runner in the VPC"
      ),
    ] as [([String], String, String)])
  func `refuses blocks that EKS does not take or that say something else`(
    blocks: [String], problem: String, fix: String
  ) {
    #expect(
      check(.publicFrom(blocks)) == """
        ClusterAccessRuleTests.swift:\(line):9: error: \(problem) [cluster-access]
          fix: \(fix)
        """)
  }
}
