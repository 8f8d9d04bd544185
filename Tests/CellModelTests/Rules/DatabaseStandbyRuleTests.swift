import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct DatabaseStandbyRuleTests {
  @Test func `accepts two instances, and one where data can be thrown away`() {
    #expect(shared(2) == "")
    #expect(own(2) == "")
    #expect(shared(1, dataProtection: .none) == "")
  }

  @Test func `warns of a database whose one instance nobody takes over from`() {
    #expect(
      shared(1) == """
        DatabaseStandbyRuleTests.swift:\(sharedLine):9: warning: the database alerts has one \
        instance in a cell of sample, and no other takes over when it or its zone fails [database-standby]
          fix: write `instancesPerCell: 2`
        """)
    #expect(
      own(1) == """
        DatabaseStandbyRuleTests.swift:\(ownLine):9: warning: the database alerts has one \
        instance in a cell of production, and no other takes over when it or its zone fails [database-standby]
          fix: write `instances: 2`
        """)
  }

  private let sharedLine = #line + 10
  private func shared(_ count: Int, dataProtection: DataProtection = .preventDestroy) -> String {
    printed {
      Environment(
        "sample", account: "123456789012", domain: "api.example.com", home: .usEast1,
        dataProtection: dataProtection
      ) {
        Release("1.0.0")
        HostedZone(.created("example.com"))
        OnCall(.email("oncall@example.com"))
        GlobalDatabase(
          .alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge, instancesPerCell: count)
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
      }
    }
  }

  private let ownLine = #line + 4
  private func own(_ count: Int) -> String {
    diagnostics {
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
        CellDatabase(
          .alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge, instances: count)
      }
    }
  }
}
