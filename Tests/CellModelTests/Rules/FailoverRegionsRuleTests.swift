import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct FailoverRegionsRuleTests {
  private let line = #line + 5
  private func check(_ routing: Routing.Policy?, _ regions: Region...) -> String {
    diagnostics(rules: [.failoverRegions]) {
      for (number, region) in regions.enumerated() {
        Cell(
          "cell-\(number)", in: region, role: number == 0 ? .primary : .standby, index: number,
          shape: .plain)
      }
      if let routing { Routing(routing) }
    }
  }

  @Test func `accepts two regions, one cell where nobody says how, and latency`() {
    #expect(check(.failover, .usEast1, .usWest2) == "")
    #expect(check(nil, .usEast1) == "")
    #expect(check(.latency, .usEast1, .usEast1) == "")
  }

  @Test func `warns of failover inside a region`() {
    #expect(
      check(.failover, .usEast1, .usEast1) == """
        FailoverRegionsRuleTests.swift:\(line + 3):24: warning: production fails over between 2 cells of \
        us-east-1, and is gone when the region is [failover-regions]
          fix: move one of the cells to another region
        """)
  }

  @Test func `warns of failover with nothing to lead callers to`() {
    #expect(
      check(.failover, .usEast1) == """
        FailoverRegionsRuleTests.swift:\(line + 3):24: warning: production fails over and has one cell, so \
        there is nothing to lead callers to [failover-regions]
          fix: add a cell in another region, or leave `Routing(.failover)` out
        """)
  }
}
