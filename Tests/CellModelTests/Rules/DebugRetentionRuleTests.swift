import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct DebugRetentionRuleTests {
  private let line = #line + 4
  private func check(_ days: UInt32, _ debug: UInt32) -> String {
    diagnostics(rules: [.debugRetention]) {
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
        Observability(logRetention: .days(days), debugRetention: .days(debug))
      }
    }
  }

  @Test func `accepts debug lines that go first, or together with the others`() {
    #expect(check(30, 7) == "")
    #expect(check(30, 30) == "")
  }

  @Test func `warns of debug lines that outlive the others`() {
    #expect(
      check(7, 30) == """
        DebugRetentionRuleTests.swift:\(line):9: warning: debug lines are kept for 30 days, the others \
        for 7 days [debug-retention]
          note: DebugRetentionRuleTests.swift:\(line):9: the others are kept as long as it says here
          fix: write `debugRetention: .days(7)`
        """)
  }
}
