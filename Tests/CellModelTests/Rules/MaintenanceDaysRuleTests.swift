import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct MaintenanceDaysRuleTests {
  @Test func `accepts a day for each cell, and one for both where data can be thrown away`() {
    #expect(check(nil) == "")
    #expect(check(.weekly(at: "08:00", for: .hours(1))) == "")
    #expect(check(.weekly(.saturday, .sunday, at: "08:00", for: .hours(1))) == "")
    #expect(check(sunday, dataProtection: .none) == "")
    #expect(check(sunday, secondCell: false) == "")
  }

  @Test func `accepts a cell that has a database of its own on the same day`() {
    #expect(check(sunday, own: true) == "")
  }

  @Test func `warns of two cells on one day`() {
    #expect(
      check(sunday) == """
        MaintenanceDaysRuleTests.swift:\(line):9: warning: cell-a and cell-b have their alerts \
        maintained at the same time, sun:20:00; what breaks then is broken in all of them [maintenance-days]
          fix: write `maintenanceWindow: .weekly(at: "20:00", for: .minutes(90))`
        """)
  }

  private let sunday = MaintenanceWindow.weekly(.sunday, at: "20:00", for: .minutes(90))

  private let line = #line + 13
  private func check(
    _ window: MaintenanceWindow?, dataProtection: DataProtection = .preventDestroy,
    secondCell: Bool = true, own: Bool = false
  ) -> String {
    printed {
      Environment(
        "sample", account: "123456789012", domain: "api.example.com", home: .usEast1,
        dataProtection: dataProtection
      ) {
        Release("1.0.0")
        HostedZone(.created("example.com"))
        OnCall(.email("oncall@example.com"))
        GlobalDatabase(
          .alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge,
          maintenanceWindow: window)
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
        if secondCell {
          Cell("cell-b", in: .usWest1, role: .standby, index: 1, shape: .plain) {
            if own {
              CellDatabase(
                .alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge,
                maintenanceWindow: window)
            }
          }
        }
      }
    }
  }
}
