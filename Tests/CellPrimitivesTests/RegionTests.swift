import CellPrimitives
import Testing

struct RegionTests {
  @Test func `names the seventeen regions that are enabled by default`() {
    #expect(Region.allCases.count == 17)
    #expect(Region(rawValue: "us-east-1") == .usEast1)
    #expect(Region(rawValue: "ap-east-1") == nil)
    #expect("\(Region.saEast1)" == "sa-east-1")
  }

  @Test func `sorts by name`() {
    #expect(
      [Region.usWest1, .apSouth1, .usEast1].sorted() == [.apSouth1, .usEast1, .usWest1])
  }

  @Test func `abbreviates every region by initials and number`() {
    for region in Region.allCases {
      let parts = region.name.split(separator: "-")
      let initials = ["southeast": "se", "northeast": "ne"][parts[1]] ?? "\(parts[1].prefix(1))"
      #expect(region.abbreviation == "\(parts[0])\(initials)\(parts[2])")
    }
  }
}
