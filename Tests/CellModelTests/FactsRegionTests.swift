import CellPrimitives
import Testing

@testable import CellModel

struct FactsRegionTests {
  @Test func `lists the zones of the regions that are out of line`() {
    #expect(
      RegionFacts.availabilityZoneIDs(for: .usEast1)
        == ["use1-az1", "use1-az2", "use1-az4", "use1-az5", "use1-az6"])
    #expect(RegionFacts.availabilityZoneIDs(for: .usWest1) == ["usw1-az1", "usw1-az3"])
    #expect(
      RegionFacts.availabilityZoneIDs(for: .caCentral1) == ["cac1-az1", "cac1-az2", "cac1-az4"])
    #expect(
      RegionFacts.availabilityZoneIDs(for: .apNortheast1) == [
        "apne1-az1", "apne1-az2", "apne1-az4",
      ])
    #expect(RegionFacts.availabilityZoneIDs(for: .usWest2).count == 4)
    #expect(RegionFacts.availabilityZoneIDs(for: .apNortheast2).count == 4)
  }

  @Test func `AWS offers a zone in us-east-1 that EKS refuses`() {
    #expect(RegionFacts.zones(of: .usEast1).value.contains("use1-az3"))
    #expect(!RegionFacts.availabilityZoneIDs(for: .usEast1).contains("use1-az3"))
  }

  @Test(arguments: Region.allCases)
  func `every region has two zones or more, of its own, in order`(region: Region) {
    let zones = RegionFacts.availabilityZoneIDs(for: region)
    #expect(zones.count >= 2)
    #expect(zones.allSatisfy { $0.hasPrefix("\(region.abbreviation)-az") })
    #expect(zones == zones.sorted() && Set(zones).count == zones.count)
  }

  @Test func `only us-west-1 has fewer than three`() {
    let few = Region.allCases.filter { RegionFacts.availabilityZoneIDs(for: $0).count < 3 }
    #expect(few == [.usWest1])
  }

  @Test func `a zone that EKS refuses is of a region we know`() {
    for zone in RegionFacts.zonesRefusedByEKS.value {
      #expect(Region.allCases.contains { zone.hasPrefix("\($0.abbreviation)-az") })
    }
  }
}
