import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct RoutingPairRuleTests {
  @Test func `accepts a pair under failover and any number under latency`() {
    #expect(check(.failover, cells: 1) == "")
    #expect(check(.failover, cells: 2) == "")
    #expect(check(.latency, cells: 3) == "")
  }

  @Test func `refuses a third cell under failover`() {
    #expect(
      check(.failover, cells: 3) == """
        RoutingPairRuleTests.swift:\(line):7: error: production fails over between 3 cells; failover \
        knows a primary and one standby [routing-pair]
          fix: write `Routing(.latency)`
        """)
  }

  @Test func `blames the environment where failover is its default`() {
    let line = #line + 1
    let text = diagnostics(rules: [.routingPair]) {
      for index in 0..<3 {
        Cell(
          "cell-\(index)", in: .usEast1, role: index == 0 ? .primary : .standby, index: index,
          shape: .plain)
      }
    }
    #expect(
      text == """
        RoutingPairRuleTests.swift:\(line):27: error: production fails over between 3 cells; \
        failover knows a primary and one standby [routing-pair]
          fix: write `Routing(.latency)`
        """)
  }

  private let line = #line + 3
  private func check(_ policy: Routing.Policy, cells: Int) -> String {
    diagnostics(rules: [.routingPair]) {
      Routing(policy)
      for index in 0..<cells {
        Cell(
          "cell-\(index)", in: .usEast1, role: index == 0 ? .primary : .standby, index: index,
          shape: .plain)
      }
    }
  }
}
