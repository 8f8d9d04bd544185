import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct DatabasePerRegionRuleTests {
  private let engine = DatabaseEngine.auroraPostgreSQL("16.8")

  @Test func `accepts one cell per region, and no cell at all without a word on the database`() {
    #expect(inRegions(.usEast1, .usWest1) == "")
    #expect(
      diagnostics(rules: [.databasePerRegion]) {
        GlobalDatabase(.alerts, engine: engine, instance: .r6gLarge)
      } == "")
  }

  @Test func `refuses a second cell in a region, which may move or have its own database`() {
    let line = #line + 2
    func check(_ region: Region, own: Bool) -> String {
      diagnostics(rules: [.databasePerRegion]) {
        GlobalDatabase(.alerts, engine: engine, instance: .r6gLarge)
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
        Cell("cell-b", in: region, role: .standby, index: 1, shape: .plain) {
          if own { CellDatabase(.alerts, engine: engine, instance: .r6gLarge) }
        }
      }
    }
    #expect(
      check(.usEast1, own: false) == """
        DatabasePerRegionRuleTests.swift:\(line + 3):9: error: cell-b and cell-a share the database \
        alerts in us-east-1; a global database has one cluster per region [database-per-region]
          note: DatabasePerRegionRuleTests.swift:\(line + 2):9: cell-a is declared here
          note: DatabasePerRegionRuleTests.swift:\(line + 1):9: the database is declared here
          fix: write `CellDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), \
        instance: .r6gLarge)` in cell-b, or move it to another region
        """)
    #expect(check(.usEast2, own: false) == "")
    #expect(check(.usEast1, own: true) == "")
  }

  @Test func `accepts two cells of a region where no database is shared`() {
    #expect(
      diagnostics(rules: [.databasePerRegion]) {
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
        Cell("cell-b", in: .usEast1, role: .standby, index: 1, shape: .plain)
      } == "")
  }

  @Test func `refuses a primary that does not take part in what others share`() {
    let line = #line + 2
    func check(primaryOwns: Bool, standbyOwns: Bool) -> String {
      diagnostics(rules: [.databasePerRegion]) {
        GlobalDatabase(.alerts, engine: engine, instance: .r6gLarge)
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
          if primaryOwns { CellDatabase(.alerts, engine: engine, instance: .r6gLarge) }
        }
        Cell("cell-b", in: .usWest1, role: .standby, index: 1, shape: .plain) {
          if standbyOwns { CellDatabase(.alerts, engine: engine, instance: .r6gLarge) }
        }
      }
    }
    #expect(
      check(primaryOwns: true, standbyOwns: false) == """
        DatabasePerRegionRuleTests.swift:\(line + 3):28: error: the primary cell-a has the database \
        alerts to itself, so no cell writes to the one that cell-b shares [database-per-region]
          note: DatabasePerRegionRuleTests.swift:\(line + 1):9: the shared database is declared here
          fix: leave out `CellDatabase(.alerts, …)`, or write it in every cell
        """)
    #expect(check(primaryOwns: false, standbyOwns: false) == "")
    #expect(check(primaryOwns: true, standbyOwns: true) == "")
  }

  @Test func `refuses more regions than a global database spans`() {
    let line = #line + 2
    func check(ownIn alone: Set<Region>) -> String {
      diagnostics(rules: [.databasePerRegion]) {
        GlobalDatabase(.alerts, engine: engine, instance: .r6gLarge, instancesPerCell: 1)
        Routing(.latency)
        for (index, region) in Region.allCases.prefix(12).enumerated() {
          Cell(
            "cell-\(index)", in: region, role: index == 0 ? .primary : .standby, index: index,
            shape: .plain
          ) {
            if alone.contains(region) {
              CellDatabase(.alerts, engine: engine, instance: .r6gLarge)
            }
          }
        }
      }
    }
    #expect(
      check(ownIn: []) == """
        DatabasePerRegionRuleTests.swift:\(line + 1):9: error: cells in 12 regions share the \
        database alerts; a global database has clusters in at most 11 [database-per-region]
          fix: write `CellDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), \
        instance: .r6gLarge)` in cell-9
        """)
    #expect(check(ownIn: [.euWest1]) == "")
  }

  private func inRegions(_ first: Region, _ second: Region) -> String {
    diagnostics(rules: [.databasePerRegion]) {
      GlobalDatabase(.alerts, engine: engine, instance: .r6gLarge)
      Cell("cell-a", in: first, role: .primary, index: 0, shape: .plain)
      Cell("cell-b", in: second, role: .standby, index: 1, shape: .plain)
    }
  }
}
