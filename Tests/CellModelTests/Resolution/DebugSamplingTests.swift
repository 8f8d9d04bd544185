import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

/// How many debug lines are written, and the least that is written at all.
struct DebugSamplingTests {
  @Test func `refuses a share of debug lines that is none`() {
    let line = #line + 4
    func check(_ percent: UInt32) -> String {
      diagnostics {
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
          Observability(debugSampling: .percent(percent))
        }
      }
    }
    #expect(
      check(101) == """
        DebugSamplingTests.swift:\(line):11: error: 101 % of the debug lines can't be written [invalid-value]
          fix: write `debugSampling: .percent(10)`
        """)
    #expect(
      check(0) == """
        DebugSamplingTests.swift:\(line):11: error: 0 % of the debug lines can't be written; \
        `logLevel: .info`, as it is by default, writes none [invalid-value]
          fix: write `debugSampling: .percent(10)`
        """)
    for percent in [1, 100] as [UInt32] { #expect(check(percent) == "") }
  }

  @Test func `refuses a level that hides what an alarm counts`() {
    let line = #line + 4
    func check(_ level: LogLevel) -> String {
      diagnostics {
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
          Observability(logLevel: level)
        }
      }
    }
    #expect(
      check(.critical) == """
        DebugSamplingTests.swift:\(line):11: error: services that write CRITICAL alone hide lines of \
        ERROR, which an alarm counts [invalid-value]
          fix: write `logLevel: .error`
        """)
    for level in LogLevel.allCases where level != .critical { #expect(check(level) == "") }
  }

  @Test func `services are told the cell's own level and share, and a tenth where nobody says it`()
    throws
  {
    let environment = production {
      EachCell { Observability(logLevel: .debug) }
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
      Cell("cell-b", in: .usWest2, role: .standby, index: 1, shape: .plain) {
        Observability(debugSampling: .percent(25))
      }
    }
    let fleet = try ValidatedFleet(validating: Fleet { environment }, on: .ofTests)
    let cells = fleet.environments.flatMap(\.cells)
    let said = cells.map(\.observability.variables)
    #expect(
      said == [
        ["BIZCOMMS_LOG_LEVEL": "DEBUG", "BIZCOMMS_LOG_DEBUG_SAMPLING": "10"],
        ["BIZCOMMS_LOG_LEVEL": "DEBUG", "BIZCOMMS_LOG_DEBUG_SAMPLING": "25"],
      ])
  }
}
