import CellContract
import CellPrimitives
import Testing

@testable import CellModel

struct SwiftNameTests {
  @Test func `gives regions, databases and tables the names that fixes can be typed with`() {
    let regions: [(Region, String)] = [
      (.apNortheast1, "apNortheast1"), (.apNortheast2, "apNortheast2"),
      (.apNortheast3, "apNortheast3"), (.apSouth1, "apSouth1"), (.apSoutheast1, "apSoutheast1"),
      (.apSoutheast2, "apSoutheast2"), (.caCentral1, "caCentral1"), (.euCentral1, "euCentral1"),
      (.euNorth1, "euNorth1"), (.euWest1, "euWest1"), (.euWest2, "euWest2"), (.euWest3, "euWest3"),
      (.saEast1, "saEast1"), (.usEast1, "usEast1"), (.usEast2, "usEast2"), (.usWest1, "usWest1"),
      (.usWest2, "usWest2"),
    ]
    #expect(regions.map(\.0) == Region.allCases)
    for (region, name) in regions { #expect(swiftName(of: region.name) == name) }
    let resources = [Database.alerts.name, Table.deliveries.name, Table.stories.name]
    #expect(resources.map(swiftName) == ["alerts", "deliveries", "stories"])
    #expect(Database.all == [.alerts] && Table.all == [.deliveries, .stories])
  }
}
