import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct ReplicasRuleTests {
  @Test func `accepts a number, bounds, and what the service has by default`() {
    #expect(services(.api, 1) == "")
    #expect(services(.worker, 2...20) == "")
    #expect(services(.api, nil) == "")
    #expect(services(.poller, nil) == "")
    #expect(services(.poller, 1) == "")
  }

  @Test(
    arguments: [
      (10...2, "has the bounds 10...2, the larger one first", 2...10),
      (5...0, "has the bounds 5...0, the larger one first", 1...5),
      (0, "may shrink to 0, which leaves nobody to serve", 1),
      (0...5, "may shrink to 0, which leaves nobody to serve", 1...5),
      (CountRange(minimum: -3, maximum: -1), "may shrink to -3, which leaves nobody to serve", 1),
    ] as [(CountRange, String, CountRange)])
  func `refuses bounds in the wrong order or below one, of pods and of machines`(
    count: CountRange, problem: String, instead: CountRange
  ) {
    #expect(
      services(.api, count) == """
        ReplicasRuleTests.swift:\(serviceLine):11: error: api \(problem) [replicas]
          fix: write `replicas: \(instead)`
        """)
    #expect(services(.api, instead) == "")
    #expect(
      machines(count) == """
        ReplicasRuleTests.swift:\(machineLine):15: error: the node group general \(problem) [replicas]
          fix: write `count: \(instead)`
        """)
    #expect(machines(instead) == "")
  }

  @Test(arguments: [2, 0, 1...3, 3...1] as [CountRange])
  func `refuses any number of a service that runs once but one`(count: CountRange) {
    #expect(
      services(.poller, count) == """
        ReplicasRuleTests.swift:\(serviceLine):11: error: poller has \(count) replicas; it runs \
        once, and another would only wait for the lease [replicas]
          fix: write `replicas: 1`
        """)
  }

  @Test(arguments: [(0, 1), (-2, 1), (17, 16)])
  func `refuses a number of database instances that Aurora does not take`(count: Int, instead: Int)
  {
    #expect(
      ownInstances(count) == """
        ReplicasRuleTests.swift:\(instanceLine):9: error: the database alerts has \(count) \
        instances in a cell; here Aurora takes 1 to 16 [replicas]
          fix: write `instances: \(instead)`
        """)
    #expect(ownInstances(instead) == "")
  }

  @Test func `counts the secondary regions of a shared database off the primary's instances`() {
    let line = #line + 3
    func check(_ count: Int) -> String {
      diagnostics {
        GlobalDatabase(
          .alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge, instancesPerCell: count)
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
        Cell("cell-b", in: .usWest1, role: .standby, index: 1, shape: .plain)
      }
    }
    #expect(
      check(16) == """
        ReplicasRuleTests.swift:\(line):9: error: the database alerts has 16 instances in a cell; \
        here Aurora takes 1 to 15 [replicas]
          fix: write `instancesPerCell: 15`
        """)
    #expect(check(15) == "")
  }

  private let serviceLine = #line + 5
  private func services(_ service: ServiceName, _ replicas: CountRange?) -> String {
    diagnostics(rules: [.replicas]) {
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
        EKS {
          Run(service, replicas: replicas)
        }
      }
    }
  }

  private let machineLine = #line + 4
  private func machines(_ count: CountRange) -> String {
    diagnostics {
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
        EKS { NodeGroup(count: count) }
      }
    }
  }

  private let instanceLine = #line + 4
  private func ownInstances(_ count: Int) -> String {
    diagnostics(rules: [.replicas]) {
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
        CellDatabase(
          .alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge, instances: count)
      }
    }
  }
}
