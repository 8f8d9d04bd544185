import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct BackupsRuleTests {
  @Test(arguments: [nil, .days(1), .days(35), .hours(48)] as [Period?])
  func `accepts one to thirty-five days, and the environment's choice`(retention: Period?) {
    #expect(shared(retention) == "")
    #expect(own(retention) == "")
  }

  @Test(
    arguments: [
      (.days(36), "36 days", 35), (.seconds(0), "0 seconds", 1), (.hours(36), "36 hours", 2),
    ] as [(Period, String, UInt32)])
  func `refuses less, more, and a part of a day`(
    retention: Period, written: String, instead: UInt32
  ) {
    func problem(_ line: Int, column: Int) -> String {
      """
      BackupsRuleTests.swift:\(line):\(column): error: the database alerts keeps backups for \
      \(written); Aurora keeps them for 1 to 35 whole days [backups]
        fix: write `backupRetention: .days(\(instead))`
      """
    }
    #expect(shared(retention) == problem(sharedLine, column: 7))
    #expect(own(retention) == problem(ownLine, column: 9))
    #expect(shared(.days(instead)) == "")
  }

  private let sharedLine = #line + 3
  private func shared(_ retention: Period?) -> String {
    diagnostics {
      GlobalDatabase(
        .alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge,
        backupRetention: retention)
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
    }
  }

  private let ownLine = #line + 4
  private func own(_ retention: Period?) -> String {
    diagnostics {
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
        CellDatabase(
          .alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge,
          backupRetention: retention)
      }
    }
  }
}
