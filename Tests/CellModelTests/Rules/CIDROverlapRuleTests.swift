import CellDescription
import CellPrimitives
import SourceLocations
import Testing

@testable import CellModel

struct CIDROverlapRuleTests {
  @Test func `accepts cells with networks of their own`() {
    #expect(cells(0, 1, 2) == "")
  }

  @Test func `offers each of three cells on one index another free one`() {
    let line = cellLine
    #expect(
      cells(4, 4, 4) == """
        CIDROverlapRuleTests.swift:\(line + 1):7: error: cell-b uses 10.4.0.0/16, which overlaps \
        10.4.0.0/16 of cell-a [cidr-overlap]
          note: CIDROverlapRuleTests.swift:\(line):7: cell-a has its network here
          fix: write `index: 0`, the next free one
        CIDROverlapRuleTests.swift:\(line + 2):7: error: cell-c uses 10.4.0.0/16, which overlaps \
        10.4.0.0/16 of cell-a [cidr-overlap]
          note: CIDROverlapRuleTests.swift:\(line):7: cell-a has its network here
          note: CIDROverlapRuleTests.swift:\(line + 1):7: cell-b has its network here
          fix: write `index: 1`, the next free one
        """)
    #expect(cells(4, 0, 1) == "")
  }

  @Test func `looks at all environments together`() {
    func check(_ index: Int) -> String {
      printed {
        production { Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) }
        Environment(
          "staging", account: "210987654321", domain: "api.example.org", home: .usEast1
        ) {
          Release("1.0.0")
          HostedZone(.created("example.org"))
          OnCall(.email("oncall@example.com"))
          Cell("cell-b", in: .usEast1, role: .primary, index: index, shape: .plain)
        }
      }
    }
    let line = #line - 4
    #expect(
      check(0) == """
        CIDROverlapRuleTests.swift:\(line):11: error: cell-b uses 10.0.0.0/16, which overlaps \
        10.0.0.0/16 of cell-a [cidr-overlap]
          note: CIDROverlapRuleTests.swift:\(line - 7):22: cell-a has its network here
          fix: write `index: 1`, the next free one
        """)
    #expect(check(1) == "")
  }

  @Test func `writes a whole block where the cell gives one`() {
    func check(_ cidr: String) -> String {
      diagnostics {
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
        Cell("cell-b", in: .usWest1, role: .standby, shape: .plain) {
          VPC(cidr: cidr)
        }
      }
    }
    let line = #line - 4
    #expect(
      check("10.0.0.0/16") == """
        CIDROverlapRuleTests.swift:\(line):11: error: cell-b uses 10.0.0.0/16, which overlaps \
        10.0.0.0/16 of cell-a [cidr-overlap]
          note: CIDROverlapRuleTests.swift:\(line - 2):9: cell-a has its network here
          fix: write `cidr: "10.1.0.0/16"`, the next free one
        """)
    #expect(check("10.1.0.0/16") == "")
  }

  @Test func `sends a block that several cells take from their shape back to the cells`() {
    func check(_ cidr: String?) -> String {
      diagnostics {
        EachCell { VPC(cidr: cidr) }
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
        Cell("cell-b", in: .usWest1, role: .standby, index: 1, shape: .plain)
      }
    }
    let line = #line - 5
    #expect(
      check("10.7.0.0/16") == """
        CIDROverlapRuleTests.swift:\(line):20: error: cell-b uses 10.7.0.0/16, which overlaps \
        10.7.0.0/16 of cell-a [cidr-overlap]
          note: CIDROverlapRuleTests.swift:\(line):20: cell-a has its network here
          fix: leave out `cidr:`, so that each cell's index gives its network
        """)
    #expect(check(nil) == "")
  }

  @Test func `sends the cell elsewhere when 10.0.0.0/8 is full`() {
    func check(_ cidr: String) -> String {
      diagnostics(rules: [.cidrOverlap]) {
        for index in 0...255 {
          Cell("cell-\(index)", in: .usEast1, role: .standby, index: index, shape: .plain)
        }
        Cell("cell-z", in: .usEast1, role: .primary, shape: .plain) { VPC(cidr: cidr) }
      }
    }
    let line = #line - 3
    #expect(
      check("10.9.0.0/16") == """
        CIDROverlapRuleTests.swift:\(line):71: error: cell-z uses 10.9.0.0/16, which overlaps \
        10.9.0.0/16 of cell-9 [cidr-overlap]
          note: CIDROverlapRuleTests.swift:\(line - 2):11: cell-9 has its network here
          fix: write `VPC(cidr: …)` with a /16 of 172.16.0.0/12 or 192.168.0.0/16; 10.0.0.0/8 is \
        full
        """)
    #expect(check("172.16.0.0/16") == "")
  }

  @Test func `blames what was declared later, whatever the cells are called`() {
    let line = #line + 3
    let text = diagnostics {
      Cell("cell-b", in: .usEast1, role: .primary, index: 1, shape: .plain)
      // A new cell, whose name sorts first.
      Cell("cell-a", in: .usWest1, role: .standby, shape: .plain) { VPC(cidr: "10.1.0.0/16") }
    }
    #expect(
      text == """
        CIDROverlapRuleTests.swift:\(line + 1):69: error: cell-a uses 10.1.0.0/16, which overlaps \
        10.1.0.0/16 of cell-b [cidr-overlap]
          note: CIDROverlapRuleTests.swift:\(line - 1):7: cell-b has its network here
          fix: write `cidr: "10.0.0.0/16"`, the next free one
        """)
  }

  @Test func `lets environments that are peered with no other have the same networks`() {
    func check(_ first: Peering, _ second: Peering) -> String {
      printed {
        connected("blue", "1", first) {
          Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
        }
        connected("green", "2", second) {
          Cell("cell-b", in: .usEast1, role: .primary, index: 0, shape: .plain)
        }
      }
    }
    let line = #line - 4
    #expect(check(.environment, .environment) == "")
    #expect(check(.environment, .fleet) == "")
    #expect(check(.fleet, .environment) == "")
    #expect(
      check(.fleet, .fleet) == """
        CIDROverlapRuleTests.swift:\(line):11: error: cell-b uses 10.0.0.0/16, which overlaps \
        10.0.0.0/16 of cell-a [cidr-overlap]
          note: CIDROverlapRuleTests.swift:\(line - 3):11: cell-a has its network here
          fix: write `index: 1`, the next free one
        """)
  }

  @Test func `keeps the cells of such an environment apart, without regard to others`() {
    func check(_ index: Int) -> String {
      printed {
        production { Cell("cell-a", in: .usEast1, role: .primary, index: 1, shape: .plain) }
        connected("blue", "1", .environment) {
          Cell("cell-b", in: .usEast1, role: .primary, index: 0, shape: .plain)
          Cell("cell-c", in: .usWest1, role: .standby, index: index, shape: .plain)
        }
      }
    }
    let line = #line - 4
    #expect(
      check(0) == """
        CIDROverlapRuleTests.swift:\(line):11: error: cell-c uses 10.0.0.0/16, which overlaps \
        10.0.0.0/16 of cell-b [cidr-overlap]
          note: CIDROverlapRuleTests.swift:\(line - 1):11: cell-b has its network here
          fix: write `index: 1`, the next free one
        """)
    #expect(check(1) == "")
  }

  @Test func `offers a cell without an address those that its own environment has free`() {
    let text = printed {
      production { Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) }
      connected("blue", "1", .environment) {
        Cell("cell-b", in: .usEast1, role: .primary, shape: .plain)
        Cell("cell-c", in: .usWest1, role: .standby, shape: .plain)
      }
      connected("green", "2", .fleet) {
        Cell("cell-d", in: .usEast1, role: .primary, shape: .plain)
      }
    }
    let line = #line - 8
    #expect(
      text == """
        CIDROverlapRuleTests.swift:\(line + 1):9: error: cell-b has no address space [incomplete]
          fix: write `index: 0`, the next free one
        CIDROverlapRuleTests.swift:\(line + 2):9: error: cell-c has no address space [incomplete]
          fix: write `index: 1`, the next free one
        CIDROverlapRuleTests.swift:\(line + 5):9: error: cell-d has no address space [incomplete]
          fix: write `index: 1`, the next free one
        """)
  }

  private func connected(
    _ name: String, _ digit: String, _ peering: Peering,
    @EnvironmentBuilder _ cells: () -> [Placed<EnvironmentElement>]
  ) -> Environment {
    let all = basics(of: name) + cells()
    let block = { all }
    return Environment(
      name, account: String(repeating: digit, count: 12), domain: "api.\(name).example.com",
      home: .usEast1, peering: peering, block)
  }

  @EnvironmentBuilder private func basics(of name: String) -> [Placed<EnvironmentElement>] {
    Release("1.0.0")
    HostedZone(.created("\(name).example.com"))
    OnCall(.email("oncall@example.com"))
  }

  private let cellLine = #line + 3
  private func cells(_ first: Int, _ second: Int, _ third: Int) -> String {
    diagnostics {
      Cell("cell-a", in: .usEast1, role: .primary, index: first, shape: .plain)
      Cell("cell-b", in: .usWest1, role: .standby, index: second, shape: .plain)
      Cell("cell-c", in: .usWest2, role: .standby, index: third, shape: .plain)
      Routing(.latency)
    }
  }
}
