import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct SpotRuleTests {
  private let line = #line + 8
  private func check(
    _ capacity: Set<Karpenter.Capacity>, _ run: Run = Run(.poller)
  ) -> String {
    diagnostics(rules: [.spot]) {
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
        EKS {
          Karpenter(capacity: capacity)
          run
        }
      }
    }
  }

  @Test func `accepts both kinds of machines, several pods, and a function`() {
    #expect(check([.spot, .onDemand]) == "")
    #expect(check([.onDemand]) == "")
    #expect(check([.spot], Run(.api, replicas: 2...4)) == "")
    #expect(check([.spot], Run(.poller, as: .lambda(every: .minutes(5)))) == "")
  }

  @Test func `warns of one pod on spot machines alone`() {
    #expect(
      check([.spot]) == """
        SpotRuleTests.swift:\(line - 1):11: warning: poller has one pod, and Karpenter may use spot \
        machines alone; when EC2 takes them back and has no others, it stands still [spot]
          note: SpotRuleTests.swift:\(line):11: poller runs here
          fix: write `capacity: [.spot, .onDemand]`
        """)
  }
}
