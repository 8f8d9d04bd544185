import CellContract
import CellDescription
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

  @Test func `writes texts as literals that mean the same`() {
    #expect(swiftLiteral("10.0.0.0/16") == #""10.0.0.0/16""#)
    #expect(
      swiftLiteral("a\"b\\c\n\t\u{7}ü\\(d)") == #""a\"b\\c\n\t\u{7}ü\\(d)""#)
    #expect(swiftLiteral(["a", "b"]) == #"["a", "b"]"#)
    #expect(swiftLiteral([]) == "[]")
  }

  @Test func `writes a database like one that is there`() {
    func database(_ instance: DatabaseInstanceClass) -> ResolvedDatabase {
      ResolvedDatabase(
        database: .alerts, version: EngineVersion(major: 16, minor: 8), instance: instance,
        instanceCount: 2, capacity: .standard, backupRetention: nil,
        windows: .standard)
    }
    #expect(
      database(.r7gLarge).swiftText(as: "CellDatabase")
        == #"CellDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r7gLarge)"#)
    let nameless = DatabaseInstanceClass("db.r8gd.48xlarge")
    #expect(
      nameless.map { database($0).swiftText(as: "CellDatabase").hasSuffix(".r6gLarge)") } == true)
  }

  @Test func `names the first cell of a region that is not there yet`() {
    #expect(freeCellName(in: .usWest2, besides: ["cell-usw1-01"]) == "cell-usw2-01")
    let names = (1...9).map { "cell-usw2-0\($0)" }
    #expect(freeCellName(in: .usWest2, besides: names) == "cell-usw2-10")
  }
}
