import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct AuroraClassRuleTests {
  @Test func `accepts a memory-optimised or serverless class over two regions`() {
    #expect(overTwoRegions(.r6gLarge) == "")
    #expect(overTwoRegions(.serverless) == "")
  }

  @Test func `refuses a burstable class over two regions`() {
    #expect(
      overTwoRegions(.t4gMedium) == """
        AuroraClassRuleTests.swift:\(pairLine):7: error: db.t4g.medium is refused in an Aurora \
        Global Database (memory-optimised classes only, db.r5 or newer) [aurora-class]
          fix: write `instance: .r6gLarge`
        """)
  }

  @Test func `refuses a class that one of the regions lacks`() throws {
    #expect(
      overTwoRegions(try #require(DatabaseInstanceClass("db.x2g.large"))) == """
        AuroraClassRuleTests.swift:\(pairLine):7: error: db.x2g.large is not on offer for \
        Aurora PostgreSQL in us-west-1 [aurora-class]
          fix: write `instance: .r6gLarge`
        """)
  }

  @Test func `refuses a class that Aurora does not have`() throws {
    #expect(
      inOneRegion(instance: try #require(DatabaseInstanceClass("db.m5.large"))) == """
        AuroraClassRuleTests.swift:\(singleLine):7: error: db.m5.large is not a class of Aurora \
        PostgreSQL [aurora-class]
          fix: write `instance: .r6gLarge`
        """)
    #expect(inOneRegion(instance: .r6gLarge) == "")
  }

  @Test func `accepts a burstable class in one region, and where one cell alone shares`() {
    #expect(inOneRegion(instance: .t4gMedium) == "")
    #expect(
      diagnostics {
        GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .t4gMedium)
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
        Cell("cell-b", in: .usWest1, role: .standby, index: 1, shape: .plain) {
          CellDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .t4gMedium)
        }
      } == "")
  }

  @Test func `judges a cell's own database by the cell's region`() throws {
    let x2g = try #require(DatabaseInstanceClass("db.x2g.large"))
    let line = #line + 4
    func check(_ instance: DatabaseInstanceClass) -> String {
      diagnostics {
        Cell("cell-a", in: .usWest1, role: .primary, index: 0, shape: .plain) {
          CellDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: instance)
        }
      }
    }
    #expect(
      check(x2g) == """
        AuroraClassRuleTests.swift:\(line):11: error: db.x2g.large is not on offer for Aurora \
        PostgreSQL in us-west-1 [aurora-class]
          fix: write `instance: .r6gLarge`
        """)
    #expect(check(.r6gLarge) == "")
  }

  @Test(arguments: [
    ("16.6", "error: Aurora no longer creates clusters with PostgreSQL 16.6", "16.15"),
    ("13.22", "error: Aurora no longer creates clusters with PostgreSQL 13.22", "18.6"),
    ("16.99", "error: Aurora is not known to offer PostgreSQL 16.99", "16.15"),
    ("12.22", "error: Aurora is not known to offer PostgreSQL 12.22", "18.6"),
    (
      "13.23",
      "warning: Aurora PostgreSQL 13.23 is in extended support until 2029-02-28, paid by the vCPU",
      "18.6"
    ),
  ])
  func `refuses a version that can't be created and warns of one that is dear`(
    version: String, problem: String, instead: String
  ) {
    #expect(
      inOneRegion(version: version) == """
        AuroraClassRuleTests.swift:\(singleLine):7: \(problem) [aurora-class]
          fix: write `engine: .auroraPostgreSQL("\(instead)")`
        """)
    #expect(inOneRegion(version: instead) == "")
  }

  @Test func `refuses a version whose support has ended`() {
    let later = FactDate(2029, 3, 1)
    #expect(
      inOneRegion(version: "13.23", on: later, rules: [.auroraClass]) == """
        AuroraClassRuleTests.swift:\(singleLine):7: error: Aurora has not supported PostgreSQL \
        13.23 since 2029-02-28 [aurora-class]
          fix: write `engine: .auroraPostgreSQL("18.6")`
        """)
    #expect(inOneRegion(version: "18.6", on: later, rules: [.auroraClass]) == "")
  }

  @Test(arguments: ["13.23", "14.6"])
  func `refuses a version that can't forward writes, where standby cells write`(version: String) {
    #expect(
      overTwoRegions(version: version).contains(
        """
        AuroraClassRuleTests.swift:\(pairLine):7: error: Aurora PostgreSQL \(version) can't \
        forward writes, which standby cells in 2 regions need [aurora-class]
          fix: write `engine: .auroraPostgreSQL("18.6")`
        """))
    #expect(!inOneRegion(version: version).contains("forward"))
    #expect(overTwoRegions(version: "18.6") == "")
  }

  private let pairLine = #line + 5
  private func overTwoRegions(
    _ instance: DatabaseInstanceClass = .r6gLarge, version: String = "16.8"
  ) -> String {
    diagnostics {
      GlobalDatabase(.alerts, engine: .auroraPostgreSQL(version), instance: instance)
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
      Cell("cell-b", in: .usWest1, role: .standby, index: 1, shape: .plain)
    }
  }

  private let singleLine = #line + 6
  private func inOneRegion(
    version: String = "16.8", instance: DatabaseInstanceClass = .r6gLarge,
    on today: FactDate = .ofTests, rules: [Rule] = Rule.all
  ) -> String {
    diagnostics(on: today, rules: rules) {
      GlobalDatabase(.alerts, engine: .auroraPostgreSQL(version), instance: instance)
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
    }
  }
}
