import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

/// What nobody said and nothing can stand for; each test also writes what the fix says.
struct IncompleteTests {
  @Test func `misses a network, a cluster and an address space`() {
    let line = #line + 2
    func check(_ shape: CellShape, index: Int?) -> String {
      diagnostics {
        Cell("cell-a", in: .usEast1, role: .primary, index: index, shape: shape)
      }
    }
    #expect(
      check(CellShape {}, index: nil) == """
        IncompleteTests.swift:\(line + 1):9: error: cell-a has no address space [incomplete]
          fix: write `index: 0`, the next free one
        IncompleteTests.swift:\(line + 1):9: error: cell-a has no cluster [incomplete]
          fix: write `EKS(version: "1.35") { NodeGroup(.t3Large, count: 2...6) }` in cell-a
        IncompleteTests.swift:\(line + 1):9: error: cell-a has no network [incomplete]
          fix: write `VPC()` in cell-a
        """)
    #expect(check(.plain, index: 0) == "")
  }

  @Test func `misses a version and machines, once for all cells of a shape`() {
    let line = #line + 2
    func check(_ cluster: EKS) -> String {
      let shape = CellShape {
        VPC()
        cluster
      }
      return diagnostics {
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: shape)
        Cell("cell-b", in: .usWest1, role: .standby, index: 1, shape: shape)
      }
    }
    #expect(
      check(EKS()) == """
        IncompleteTests.swift:\(line + 2):9: error: the cluster has no Kubernetes version [incomplete]
          fix: write `EKS(version: "1.35")`
        IncompleteTests.swift:\(line + 2):9: error: the cluster has no machines [incomplete]
          fix: write `NodeGroup(.t3Large, count: 2...6)` in this EKS
        """)
    #expect(check(EKS(version: "1.35") { NodeGroup(.t3Large, count: 2...6) }) == "")
  }

  @Test func `misses the type and the count of machines`() {
    let line = #line + 4
    func check(_ group: NodeGroup) -> String {
      diagnostics {
        EachCell {
          EKS { group }
        }
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
        Cell("cell-b", in: .usWest1, role: .standby, index: 1, shape: .plain)
      }
    }
    #expect(
      check(NodeGroup(named: "extra")) == """
        IncompleteTests.swift:\(line):17: error: the node group extra has no count [incomplete]
          fix: write `count: 2...6`
        IncompleteTests.swift:\(line):17: error: the node group extra has no instance type [incomplete]
          fix: write `NodeGroup(.t3Large)`
        """)
    #expect(check(NodeGroup(.t3Large, count: 2...6, named: "extra")) == "")
  }

  @Test func `misses a release for whichever cells have none of their own`() {
    let line = #line + 3
    func check(_ release: Release?) -> String {
      printed {
        Environment(
          "production", account: "123456789012", domain: "api.example.com", home: .usEast1
        ) {
          if let release { release }
          HostedZone(.created("example.com"))
          OnCall(.email("oncall@example.com"))
          Routing(.latency)
          Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
          Cell("cell-b", in: .usWest1, role: .standby, index: 1, shape: .plain)
          Cell("cell-c", in: .usWest2, role: .standby, index: 2, shape: .plain) { Release("2") }
        }
      }
    }
    #expect(
      check(nil) == """
        IncompleteTests.swift:\(line):20: error: production has no release for cells without one of \
        their own [incomplete]
          fix: write `Release("1.0.0")` in production
        """)
    #expect(check(Release("1.0.0")) == "")
  }

  @Test(arguments: [
    ("api.example.com", "example.com"), ("example.com", "example.com"), ("localhost", "localhost"),
  ])
  func `misses a hosted zone`(domain: String, zone: String) {
    let line = #line + 3
    func check(_ zone: HostedZone?) -> String {
      printed {
        Environment("production", account: "123456789012", domain: domain, home: .usEast1) {
          Release("1.0.0")
          if let zone { zone }
          OnCall(.email("oncall@example.com"))
          Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
        }
      }
    }
    #expect(
      check(nil) == """
        IncompleteTests.swift:\(line):20: error: production has no hosted zone [incomplete]
          fix: write `HostedZone(.created("\(zone)"))` in production
        """)
    #expect(check(HostedZone(.created(zone))) == "")
  }

  @Test func `misses somebody who hears the alarms`() {
    let line = #line + 3
    func check(_ onCall: OnCall?) -> String {
      printed {
        Environment("blue", account: "123456789012", domain: "example.com", home: .usEast1) {
          Release("1.0.0")
          HostedZone(.created("example.com"))
          if let onCall { onCall }
          Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
        }
      }
    }
    #expect(
      check(nil) == """
        IncompleteTests.swift:\(line):20: error: nobody is told of the alarms of blue [incomplete]
          fix: write `OnCall(.email("…"))` in it, with an address that somebody reads
        """)
    #expect(check(OnCall(.https("https://incidents.example.com/alarms"))) == "")
  }
}
