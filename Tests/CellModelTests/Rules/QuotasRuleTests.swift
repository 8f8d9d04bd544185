import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct QuotasRuleTests {
  private let line = #line + 5
  private func check(_ cells: Int, _ gateways: VPC.NATGateways, in region: Region = .usEast1)
    -> String
  {
    diagnostics(rules: [.quotas]) {
      for number in 0..<cells {
        Cell(
          "cell-\(number)", in: region, role: number == 0 ? .primary : .standby, index: number,
          shape: .plain
        ) {
          VPC(natGateways: gateways)
        }
      }
    }
  }

  @Test func `accepts five networks and five addresses`() {
    #expect(check(5, .one) == "")
    #expect(check(2, .onePerZone, in: .usWest1) == "")
  }

  @Test func `warns of a sixth address`() {
    #expect(
      check(2, .onePerZone) == """
        QuotasRuleTests.swift:\(line + 1):9: warning: the NAT gateways of us-east-1 would take 6 Elastic \
        IP addresses of one account, which has 5 by default [quotas]
          fix: write `VPC(natGateways: .one)` in cell-1, or ask for the quota Elastic IP addresses per \
        Region before you apply
        """)
  }

  @Test func `warns of a sixth network`() {
    let text = check(6, .one)
    #expect(text.contains("us-east-1 would have 6 networks of one account, which has 5 by default"))
    #expect(text.contains("would take 6 Elastic IP addresses"))
  }
}
