import CellContract
import CellDescription
import CellModel
import CellPrimitives
import Testing

@testable import cellctl

/// What `show` says of cells that say more than they must.
@Suite struct CellSummaryTests {
  private func summary(of name: String) throws -> CellSummary {
    let shape = CellShape {
      VPC()
      EKS(version: "1.35") { NodeGroup(.t3Large, count: 2...6) }
      Observability(
        logRetention: .days(60), debugRetention: .days(3), logLevel: .debug,
        debugSampling: .percent(25))
    }
    let fleet = Fleet {
      Environment("blue", account: "111122223333", domain: "api.blue.example.com", home: .usEast1) {
        Release("1.0.0")
        HostedZone(.created("blue.example.com"))
        OnCall(.email("oncall@example.com"))
        GlobalDatabase(
          .alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge,
          backupRetention: .days(14), backupWindow: .daily(at: "01:00", for: .minutes(45)),
          maintenanceWindow: .weekly(.saturday, .sunday, at: "23:30", for: .hours(1)))
        Cell("blue-a", in: .usEast1, role: .primary, index: 4, shape: shape)
        Cell("blue-b", in: .usWest2, role: .standby, index: 5, shape: shape)
      }
    }
    let day = try #require(FactDate(year: 2026, month: 11, day: 23))
    let valid = try ValidatedFleet(validating: fleet, on: day)
    let found = try #require(valid.cell(named: name))
    return CellSummary(found.cell, in: found.environment, relativeTo: "")
  }

  @Test func `says when a database is backed up and maintained, each cell on its day`() throws {
    for (name, day) in [("blue-a", "Saturday"), ("blue-b", "Sunday")] {
      let lines = try summary(of: name).text.split(separator: "\n")
      #expect(lines.contains("  backups      every day 01:00–01:45 UTC, kept 14 days"))
      #expect(lines.contains("  maintenance  every \(day) 23:30–00:30 UTC"))
    }
  }

  @Test func `says what services write to their logs, and how long it is kept`() throws {
    let lines = try summary(of: "blue-a").text.split(separator: "\n")
    #expect(lines.contains("logs           kept 60 days, debug lines 3 days"))
    #expect(lines.contains("logs           DEBUG and above, and of lines below INFO 25 %"))
  }
}
