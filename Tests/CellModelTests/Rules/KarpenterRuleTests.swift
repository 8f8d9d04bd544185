import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

/// Ways to pay for machines, and bounds; each fix is applied as well.
struct KarpenterRuleTests {
  private let line = #line + 5
  private func check(_ karpenter: Karpenter) -> String {
    diagnostics(rules: [.karpenter]) {
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
        EKS {
          karpenter
        }
      }
    }
  }

  @Test func `accepts one way to pay or both, with bounds or without`() {
    #expect(check(Karpenter()) == "")
    #expect(check(Karpenter(capacity: [.spot])) == "")
    #expect(check(Karpenter(capacity: [.spot, .onDemand])) == "")
    #expect(check(Karpenter(limit: .cpu(1000), .memory(.gibibytes(1000)))) == "")
  }

  @Test(
    arguments: [
      (
        Karpenter(capacity: []),
        "Karpenter may use neither spot nor on-demand machines, so it starts none",
        "write `capacity: [.spot, .onDemand]`"
      ),
      (
        Karpenter(limit: .cpu(0)), "Karpenter's limit of cpu is 0, so it starts no machine",
        "write `limit: .cpu(1000)`, or leave Karpenter out"
      ),
      (
        Karpenter(limit: .memory(.mebibytes(0))),
        "Karpenter's limit of memory is 0, so it starts no machine",
        "write `limit: .memory(.gibibytes(1000))`, or leave Karpenter out"
      ),
      (
        Karpenter(limit: .cpu(10), .memory(.gibibytes(4)), .cpu(20)),
        "Karpenter has two limits of cpu, 10 and 20",
        "write `limit: .cpu(10), .memory(.gibibytes(4))`, or keep the other one"
      ),
      (
        Karpenter(limit: .memory(.gibibytes(4)), .memory(.mebibytes(4096))),
        "Karpenter has the limit of 4Gi memory twice", "write `limit: .memory(.gibibytes(4))`"
      ),
    ] as [(Karpenter, String, String)])
  func `refuses to start no machine, and two bounds of one kind`(
    karpenter: Karpenter, problem: String, fix: String
  ) {
    #expect(
      check(karpenter) == """
        KarpenterRuleTests.swift:\(line):11: error: \(problem) [karpenter]
          fix: \(fix)
        """)
  }
}
