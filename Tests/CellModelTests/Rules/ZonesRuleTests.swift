import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct ZonesRuleTests {
  private let line = #line + 4
  private func check(_ zones: Int?, in region: Region) -> String {
    diagnostics {
      Cell("cell-a", in: region, role: .primary, index: 0, shape: .plain) {
        VPC(availabilityZones: zones)
      }
    }
  }

  @Test func `accepts two or three zones, and by default what the region has`() {
    #expect(check(2, in: .usEast1) == "")
    #expect(check(3, in: .usEast1) == "")
    #expect(check(2, in: .usWest1) == "")
    for region in Region.allCases { #expect(check(nil, in: region) == "") }
  }

  @Test func `refuses more zones than a region offers`() {
    #expect(
      check(3, in: .usWest1) == """
        ZonesRuleTests.swift:\(line):9: error: cell-a asks for 3 availability zones; us-west-1 \
        offers 2 to most accounts [zones]
          fix: write `VPC(availabilityZones: 2)` in cell-a, or move the cell to another region
        """)
    #expect(check(2, in: .usWest1) == "")
    #expect(check(3, in: .usWest2) == "")
  }

  @Test(arguments: [
    (1, Region.usEast1, 2), (0, .usEast1, 2), (-1, .usWest1, 2), (4, .usEast1, 3), (9, .usEast1, 3),
    (4, .usWest1, 2), (5, .usWest2, 3),
  ])
  func `refuses fewer than two and more than three`(zones: Int, region: Region, instead: Int) {
    #expect(
      check(zones, in: region) == """
        ZonesRuleTests.swift:\(line):9: error: a cell has 2 or 3 availability zones, not \(zones) [zones]
          fix: write `availabilityZones: \(instead)`
        """)
    #expect(check(instead, in: region) == "")
  }

  @Test func `changes only the cell whose region lacks what the shape asks for`() {
    let line = #line + 3
    func check(_ zones: Int?) -> String {
      diagnostics {
        EachCell { VPC(availabilityZones: 3) }
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
        Cell("cell-b", in: .usWest1, role: .standby, index: 1, shape: .plain) {
          VPC(availabilityZones: zones)
        }
      }
    }
    #expect(
      check(nil) == """
        ZonesRuleTests.swift:\(line):20: error: cell-b asks for 3 availability zones; us-west-1 \
        offers 2 to most accounts [zones]
          fix: write `VPC(availabilityZones: 2)` in cell-b, or move the cell to another region
        """)
    #expect(check(2) == "")
  }
}
