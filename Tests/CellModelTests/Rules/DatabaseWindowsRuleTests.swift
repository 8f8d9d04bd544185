import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct DatabaseWindowsRuleTests {
  @Test func `accepts windows that only touch, also at midnight and at the end of the week`() {
    #expect(shared(nil, nil) == "")
    #expect(shared(("07:30", .minutes(30)), nil) == "")
    #expect(shared(("09:00", .hours(23)), nil) == "")
    #expect(shared(("23:30", .minutes(30)), ("00:00", .minutes(30))) == "")
    #expect(shared(("00:30", .hours(1)), ("23:30", .hours(1))) == "")
    #expect(shared(("00:00", .minutes(30)), ("00:30", .minutes(1_410))) == "")
    #expect(own(("07:30", .minutes(30))) == "")
  }

  @Test(
    arguments: [
      (
        ("07:45", .minutes(30)), nil, "from 07:45 to 08:15", "from 08:00 to 09:00",
        #"backupWindow: .daily(at: "07:30", for: .minutes(30))"#
      ),
      (
        ("08:30", .hours(1)), nil, "from 08:30 to 09:30", "from 08:00 to 09:00",
        #"backupWindow: .daily(at: "07:00", for: .hours(1))"#
      ),
      // Over midnight, from either side.
      (
        ("23:30", .hours(1)), ("00:00", .hours(1)), "from 23:30 to 00:30", "from 00:00 to 01:00",
        #"backupWindow: .daily(at: "23:00", for: .hours(1))"#
      ),
      (
        ("00:15", .minutes(30)), ("23:30", .hours(1)), "from 00:15 to 00:45",
        "from 23:30 to 00:30", #"backupWindow: .daily(at: "23:00", for: .minutes(30))"#
      ),
      // The day has no room for both.
      (
        ("09:00", .hours(2)), ("10:00", .minutes(1_380)), "from 09:00 to 11:00",
        "from 10:00 to 09:00", #"backupWindow: .daily(at: "09:00", for: .hours(1))"#
      ),
    ] as [(Start, Start?, String, String, String)])
  func `refuses windows that overlap`(
    backup: Start, maintenance: Start?, backedUp: String, maintained: String, instead: String
  ) {
    #expect(
      shared(backup, maintenance) == """
        DatabaseWindowsRuleTests.swift:\(sharedLine):7: error: the database alerts is backed up \
        \(backedUp) every day and maintained \(maintained); RDS refuses windows that overlap \
        [database-windows]
          fix: write `\(instead)`
        """)
  }

  @Test func `refuses windows that are too short, too long or no whole minutes`() {
    let lengths: [(Period, String, String)] = [
      (.minutes(29), "29 minutes", ".minutes(30)"), (.seconds(0), "0 seconds", ".minutes(30)"),
      (.seconds(1_830), "1830 seconds", ".minutes(31)"),
    ]
    for (length, written, instead) in lengths {
      #expect(
        shared(("05:00", length), nil) == """
          DatabaseWindowsRuleTests.swift:\(sharedLine):7: error: the database alerts is backed up in \
          a window of \(written); RDS takes whole minutes, here 30 to 1410, so that the other window has \
          30 too [database-windows]
            fix: write `backupWindow: .daily(at: "05:00", for: \(instead))`
          """)
    }
    #expect(
      shared(nil, ("09:00", .minutes(20))).hasSuffix(
        #"fix: write `maintenanceWindow: .weekly(at: "09:00", for: .minutes(30))`"#))
  }

  @Test func `what it says of two windows that can't be had is right together`() {
    let text = shared(("09:00", .minutes(10)), ("08:45", .days(1)))
    let fix = """
      fix: write `backupWindow: .daily(at: "08:15", for: .minutes(30)), maintenanceWindow: \
      .weekly(at: "08:45", for: .minutes(1410))`
      """
    #expect(text.split(separator: "\n").count { $0.hasSuffix(fix) } == 2)
    #expect(shared(("08:15", .minutes(30)), ("08:45", .minutes(1_410))) == "")
  }

  @Test func `blames a cell's own database too, and no time that can't be read`() {
    #expect(
      own(("08:10", .minutes(30))) == """
        DatabaseWindowsRuleTests.swift:\(ownLine):9: error: the database alerts is backed up from \
        08:10 to 08:40 every day and maintained from 08:00 to 09:00; RDS refuses windows that overlap \
        [database-windows]
          fix: write `backupWindow: .daily(at: "07:30", for: .minutes(30))`
        """)
    #expect(
      shared(("soon", .minutes(1)), nil) == """
        DatabaseWindowsRuleTests.swift:\(sharedLine):7: error: "soon" is no time of the day [invalid-value]
          fix: write hours and minutes in UTC, 00:00 to 23:59, such as "07:30"
        """)
    #expect(
      shared(nil, ("7:00", .hours(1))) == """
        DatabaseWindowsRuleTests.swift:\(sharedLine):7: error: "7:00" is not a time in four digits \
        [invalid-value]
          fix: write `maintenanceWindow: .weekly(at: "07:00", for: .hours(1))`
        """)
  }

  typealias Start = (at: String, length: Period)

  private let sharedLine = #line + 3
  private func shared(_ backup: Start?, _ maintenance: Start?) -> String {
    diagnostics {
      GlobalDatabase(
        .alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge,
        backupWindow: backup.map { .daily(at: $0.at, for: $0.length) },
        maintenanceWindow: maintenance.map { .weekly(at: $0.at, for: $0.length) })
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
    }
  }

  private let ownLine = #line + 4
  private func own(_ backup: Start) -> String {
    diagnostics {
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
        CellDatabase(
          .alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge,
          backupWindow: .daily(at: backup.at, for: backup.length))
      }
    }
  }
}
