import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct OnePrimaryRuleTests {
  @Test func `accepts one primary among several cells, and refuses none or two`() {
    let line = #line + 2
    func check(_ first: Cell.Role, _ second: Cell.Role) -> String {
      diagnostics {
        Cell("cell-a", in: .usEast1, role: first, index: 0, shape: .plain)
        Cell("cell-b", in: .usWest1, role: second, index: 1, shape: .plain)
      }
    }
    #expect(check(.primary, .standby) == "")
    #expect(check(.standby, .primary) == "")
    #expect(
      check(.primary, .primary) == """
        OnePrimaryRuleTests.swift:\(line + 2):9: error: cell-b is a primary of production, and so is \
        cell-a [one-primary]
          note: OnePrimaryRuleTests.swift:\(line + 1):9: cell-a is the primary here
          fix: write `role: .standby`, or write it on cell-a instead
        """)
    #expect(
      check(.standby, .standby) == """
        OnePrimaryRuleTests.swift:\(line):19: error: production has 2 cells and none is the primary \
        [one-primary]
          fix: write `role: .primary` on cell-a, or on another one of them
        """)
  }

  @Test func `refuses a single cell that is not the primary`() {
    let line = #line + 1
    let text = diagnostics {
      Cell("cell-a", in: .usEast1, role: .standby, index: 0, shape: .plain)
    }
    #expect(
      text == """
        OnePrimaryRuleTests.swift:\(line):28: error: production has 1 cell, which is not the primary \
        [one-primary]
          fix: write `role: .primary` on cell-a
        """)
  }

  @Test func `blames each further primary`() {
    let line = #line + 1
    let text = diagnostics {
      Routing(.latency)
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
      Cell("cell-b", in: .usWest1, role: .primary, index: 1, shape: .plain)
      Cell("cell-c", in: .usWest2, role: .primary, index: 2, shape: .plain)
    }
    #expect(
      text == """
        OnePrimaryRuleTests.swift:\(line + 3):7: error: cell-b is a primary of production, and so is \
        cell-a [one-primary]
          note: OnePrimaryRuleTests.swift:\(line + 2):7: cell-a is the primary here
          fix: write `role: .standby`, or write it on cell-a instead
        OnePrimaryRuleTests.swift:\(line + 4):7: error: cell-c is a primary of production, and so is \
        cell-a [one-primary]
          note: OnePrimaryRuleTests.swift:\(line + 2):7: cell-a is the primary here
          fix: write `role: .standby`, or write it on cell-a instead
        """)
  }

  @Test func `refuses an environment without cells, and says nothing else of it`() {
    let line = #line + 1
    let text = diagnostics {
      GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
      GlobalTable(.deliveries)
    }
    #expect(
      text == """
        OnePrimaryRuleTests.swift:\(line):28: error: production has no cell [one-primary]
          fix: write `Cell("…", in: .usEast1, role: .primary, …)` in it
        """)
  }
}
