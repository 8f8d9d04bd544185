import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct DuplicateNamesRuleTests {
  @Test func `accepts cells with names of their own and refuses a second one of a name`() {
    let line = #line + 2
    func check(_ second: String) -> String {
      diagnostics {
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
        Cell(second, in: .usWest1, role: .standby, index: 1, shape: .plain)
      }
    }
    #expect(check("cell-b") == "")
    #expect(
      check("cell-a") == """
        DuplicateNamesRuleTests.swift:\(line + 2):9: error: the fleet has another cell called cell-a \
        [duplicate-names]
          note: DuplicateNamesRuleTests.swift:\(line + 1):9: the first cell-a is declared here
          fix: give one of the two another name
        """)
  }

  @Test func `looks for cells in all environments, and for environments`() {
    let line = #line + 2
    func check(_ environment: String, _ cell: String) -> String {
      printed {
        production { Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) }
        Environment(
          environment, account: "210987654321", domain: "api.example.org", home: .usEast1
        ) {
          Release("1.0.0")
          HostedZone(.created("example.org"))
          OnCall(.email("oncall@example.com"))
          Cell(cell, in: .usEast1, role: .primary, index: 1, shape: .plain)
        }
      }
    }
    #expect(check("staging", "cell-b") == "")
    #expect(
      check("production", "cell-a") == """
        DuplicateNamesRuleTests.swift:\(line + 2):20: error: the fleet has another environment \
        called production [duplicate-names]
          note: DuplicateNamesRuleTests.swift:\(line + 1):20: the first production is declared here
          fix: give one of the two another name
        DuplicateNamesRuleTests.swift:\(line + 8):11: error: the fleet has another cell called \
        cell-a [duplicate-names]
          note: DuplicateNamesRuleTests.swift:\(line + 1):22: the first cell-a is declared here
          fix: give one of the two another name
        """)
  }

  @Test func `tells a copied cell all that it has in common with its original`() {
    let line = #line + 2
    func check(_ name: String, _ region: Region, _ role: Cell.Role, index: Int) -> String {
      diagnostics(rules: Rule.all.filter { !["failover-regions", "quotas"].contains($0.name) }) {
        GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
        Cell(name, in: region, role: role, index: index, shape: .plain)
      }
    }
    let original = "note: DuplicateNamesRuleTests.swift:\(line + 2):9"
    let copy = "DuplicateNamesRuleTests.swift:\(line + 3):9: error"
    #expect(
      check("cell-a", .usEast1, .primary, index: 0) == """
        \(copy): cell-a uses 10.0.0.0/16, which overlaps 10.0.0.0/16 of cell-a [cidr-overlap]
          \(original): cell-a has its network here
          fix: write `index: 1`, the next free one
        \(copy): cell-a and cell-a share the database alerts in us-east-1; a global database has one \
        cluster per region [database-per-region]
          \(original): cell-a is declared here
          note: DuplicateNamesRuleTests.swift:\(line + 1):9: the database is declared here
          fix: write `CellDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), \
        instance: .r6gLarge)` in cell-a, or move it to another region
        \(copy): the fleet has another cell called cell-a [duplicate-names]
          \(original): the first cell-a is declared here
          fix: give one of the two another name
        \(copy): cell-a is a primary of production, and so is cell-a [one-primary]
          \(original): cell-a is the primary here
          fix: write `role: .standby`, or write it on cell-a instead
        """)
    #expect(check("cell-b", .usEast2, .standby, index: 1) == "")
  }
}
