import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct RetentionRuleTests {
  private let line = #line + 4
  private func check(_ times: Observability) -> String {
    diagnostics {
      EachCell {
        times
      }
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
      Cell("cell-b", in: .usWest1, role: .standby, index: 1, shape: .plain)
    }
  }

  @Test func `accepts every number of days that CloudWatch Logs offers, and what is the default`() {
    for days in LogRetentionFacts.days.value {
      let period = Period.days(UInt32(days))
      #expect(check(Observability(logRetention: period, debugRetention: period)) == "")
    }
    #expect(check(Observability()) == "")
    #expect(check(Observability(logRetention: .hours(24), archiveAfter: .hours(48))) == "")
  }

  @Test(arguments: [
    (Period.days(10), "10 days", 7), (.days(11), "11 days", 14), (.days(2), "2 days", 3),
    (.days(0), "0 seconds", 1), (.hours(36), "36 hours", 1), (.days(9999), "9999 days", 3653),
  ])
  func `refuses other times, once for all cells, and names the nearest one, the longer of two`(
    time: Period, text: String, instead: Int
  ) {
    #expect(
      check(Observability(logRetention: time)) == """
        RetentionRuleTests.swift:\(line):9: error: CloudWatch Logs can't keep lines for \(text); \
        it offers 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, \
        2557, 2922, 3288 and 3653 days [retention]
          fix: write `logRetention: .days(\(instead))`
        """)
    #expect(check(Observability(logRetention: .days(UInt32(instead)))) == "")
  }

  @Test func `debug lines are held to the same`() {
    #expect(
      check(Observability(debugRetention: .days(6))).hasSuffix(
        "fix: write `debugRetention: .days(7)`"))
  }

  @Test(arguments: [
    (Period.hours(36), "36 hours", 2), (.days(0), "0 seconds", 1), (.minutes(90), "90 minutes", 1),
    (.hours(100), "100 hours", 4),
  ])
  func `refuses to move objects after a part of a day`(time: Period, text: String, instead: Int) {
    #expect(
      check(Observability(archiveAfter: time)) == """
        RetentionRuleTests.swift:\(line):9: error: S3 moves objects to Glacier after a whole number \
        of days, at least 1, not after \(text) [retention]
          fix: write `archiveAfter: .days(\(instead))`
        """)
    #expect(check(Observability(archiveAfter: .days(UInt32(instead)))) == "")
  }
}
