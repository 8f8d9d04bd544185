import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct KarpenterBoundRuleTests {
  private let line = #line + 4
  private func check(_ karpenter: Karpenter) -> String {
    diagnostics(rules: [.karpenterBound]) {
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
        EKS { karpenter }
      }
    }
  }

  @Test func `accepts a bound of cores or of memory`() {
    #expect(check(Karpenter(limit: .cpu(10))) == "")
    #expect(check(Karpenter(limit: .memory(.gibibytes(10)))) == "")
  }

  @Test func `warns of no bound`() {
    #expect(
      check(Karpenter()) == """
        KarpenterBoundRuleTests.swift:\(line):15: warning: Karpenter has no bound, so that a fault which \
        asks for pods starts and pays for machines without end [karpenter-bound]
          fix: write `limit: .cpu(100)`, or what the cell may cost at most
        """)
  }
}
