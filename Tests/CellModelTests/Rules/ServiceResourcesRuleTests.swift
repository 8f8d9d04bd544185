import CellContract
import CellDescription
import CellPrimitives
import SourceLocations
import Testing

@testable import CellModel

struct ServiceResourcesRuleTests {
  private let engine = DatabaseEngine.auroraPostgreSQL("16.8")

  @Test func `accepts services with all that they use`() {
    #expect(poller() == "")
  }

  @Test func `refuses a service without its database`() {
    #expect(
      poller(database: false) == """
        ServiceResourcesRuleTests.swift:\(line):20: error: api uses the database alerts, which \
        production does not declare [service-resources]
          note: \(use("database", of: .api)): the use is declared here
          fix: write `GlobalDatabase(.alerts, engine: .auroraPostgreSQL("18.6"), \
        instance: .r6gLarge)` in production
        ServiceResourcesRuleTests.swift:\(line + 1):11: error: poller uses the database alerts, \
        which production does not declare [service-resources]
          note: \(use("lease", of: .poller)): the use is declared here
          fix: write `GlobalDatabase(.alerts, engine: .auroraPostgreSQL("18.6"), \
        instance: .r6gLarge)` in production
        """)
  }

  @Test func `accepts a database of the cell's own`() {
    #expect(poller(database: false, own: true) == "")
  }

  @Test func `refuses a service without its table`() {
    #expect(
      poller(table: false) == """
        ServiceResourcesRuleTests.swift:\(line + 1):11: error: poller uses the table stories, which \
        production does not declare [service-resources]
          note: \(use("stories", of: .poller)): the use is declared here
          fix: write `GlobalTable(.stories)` in production
        """)
  }

  @Test func `refuses a service without the one that it calls in the same cell`() {
    #expect(
      poller(api: false) == """
        ServiceResourcesRuleTests.swift:\(line + 1):11: error: poller needs the service api, which \
        does not run in cell-a [service-resources]
          note: \(use("api", of: .poller)): the use is declared here
          fix: write `Run(.api)` beside it
        """)
  }

  @Test func `tells cells of one shape once what their environment lacks`() {
    let shape = CellShape {
      VPC()
      EKS(version: "1.35") {
        NodeGroup(.t3Large, count: 2...6)
        Run(.worker)
        Run(.api)
      }
    }
    let line = #line - 4
    let text = diagnostics {
      GlobalDatabase(.alerts, engine: engine, instance: .r6gLarge)
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: shape)
      Cell("cell-b", in: .usWest1, role: .standby, index: 1, shape: shape)
    }
    #expect(
      text == """
        ServiceResourcesRuleTests.swift:\(line):9: error: worker uses the table deliveries, which \
        production does not declare [service-resources]
          note: \(use("deliveries", of: .worker)): the use is declared here
          fix: write `GlobalTable(.deliveries)` in production
        ServiceResourcesRuleTests.swift:\(line + 1):9: error: api uses the table deliveries, which \
        production does not declare [service-resources]
          note: \(use("deliveries", of: .api)): the use is declared here
          fix: write `GlobalTable(.deliveries)` in production
        """)
  }

  /// Where a service declares a use: in the contract, above the folder of this file.
  private func use(_ property: String, of service: ServiceName, file: String = #filePath) -> String
  {
    let uses = service.contract.uses.filter { $0.property == property }
    return uses.map { $0.location.description(relativeTo: folder(of: file)) }.joined()
  }

  private let line = #line + 11
  private func poller(
    database: Bool = true, own: Bool = false, table: Bool = true, api: Bool = true
  ) -> String {
    diagnostics {
      if database { GlobalDatabase(.alerts, engine: engine, instance: .r6gLarge) }
      GlobalTable(.deliveries)
      if table { GlobalTable(.stories) }
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
        if own { CellDatabase(.alerts, engine: engine, instance: .r6gLarge) }
        EKS {
          if api { Run(.api) }
          Run(.poller)
        }
      }
    }
  }
}
