import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct PodAddressesRuleTests {
  private let line = #line + 5
  private func check(_ limits: Karpenter.Limit, zones: Int = 3) -> String {
    diagnostics(rules: [.podAddresses]) {
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
        VPC(availabilityZones: zones)
        EKS { Karpenter(limit: limits) }
      }
    }
  }

  @Test func `accepts as many cores as the subnets have addresses for`() {
    #expect(check(.cpu(1000), zones: 2) == "")
    #expect(check(.cpu(1600)) == "")
    #expect(check(.memory(.gibibytes(2000))) == "")
  }

  @Test func `warns of machines whose pods would get no address`() {
    #expect(
      check(.cpu(2000)) == """
        PodAddressesRuleTests.swift:\(line):15: warning: Karpenter may start 2000 cores, whose pods \
        take 30000 addresses; beside the 216 of node groups the subnets of cell-a have 24345 [pod-addresses]
          fix: write `limit: .cpu(1600)`
        """)
    #expect(check(.memory(.gibibytes(8000)), zones: 2).contains("may start 4000 cores"))
  }
}
