import CellModel
import CellPrimitives
import Testing

@testable import CellCost

struct PriceBookTests {
  @Test func `every sheet can be read, and says where it is from`() {
    for sheet in PriceBook.standard.sheets {
      let fact = sheet.fact
      #expect(!fact.value.isEmpty)
      #expect(fact.source.count > 40, "\(fact.date)")
      #expect(FactDate(year: fact.date.year, month: fact.date.month, day: fact.date.day) != nil)
      #expect(fact.date <= .tablesChecked)
      for (item, prices) in fact.value {
        #expect(!prices.regions.isEmpty, "\(item.name) of \(fact.date)")
      }
    }
  }

  @Test func `the newest sheet that knows a region wins`() throws {
    let item = PriceItem.natGatewayHour
    let old = PriceSheet(FactDate(2025, 1, 1), source: "old", [item: "0.04 use1; 0.05 usw1"])
    let new = PriceSheet(FactDate(2026, 1, 1), source: "new", [item: "0.045 use1"])
    let book = PriceBook([old, new])
    let home = try #require(book.price(of: item, in: .usEast1))
    #expect(home.amount == UnitPrice("0.045"))
    #expect(home.source == "new")
    #expect(book.price(of: item, in: .usWest1)?.date == FactDate(2025, 1, 1))
    #expect(book.price(of: item, in: .euWest1) == nil)
    #expect(book.price(of: .webACL, in: .usEast1) == nil)
  }

  /// Where two sources speak of one price, they agree: a price that moved would be seen here.
  @Test func `sheets do not contradict each other`() {
    for sheet in PriceBook.standard.sheets {
      for (item, prices) in sheet.fact.value {
        for region in prices.regions {
          #expect(
            prices[region] == PriceBook.standard.price(of: item, in: region)?.amount,
            "\(item.name) in \(region), \(sheet.fact.date)")
        }
      }
    }
  }

  @Test func `a spot machine costs the on-demand price less what is saved`() throws {
    var assumptions = UsageAssumptions()
    try assumptions.assume("spot-saving=25")
    let spot = PriceBook.standard.price(
      of: .spotMachineHour(.t3Large), in: .usEast1, assuming: assumptions)
    #expect(spot?.amount == UnitPrice("0.0624"))
    #expect(PriceBook.standard.price(of: .spotMachineHour(.t3Large), in: .usEast1) == nil)
  }

  @Test(arguments: [
    "", "0.1", "use1 0.1", "0 use1", "0.1 nowhere1", "0.1 use1; 0.2 use1", "0.1 everywhere use1",
    "-0.1 use1",
  ])
  func `refuses texts that are no list of prices`(text: String) {
    let prices = RegionalPrices(text)
    #expect(prices == nil || prices?.regions.isEmpty == true)
  }

  @Test func `reads prices over several lines`() {
    let prices = RegionalPrices("0.1 use1\n  use2; 0.2\n euw1")
    #expect(prices?.regions == [.euWest1, .usEast1, .usEast2])
    #expect(prices?[.euWest1] == UnitPrice("0.2"))
    #expect(RegionalPrices("0.1 everywhere")?.regions == Region.allCases.sorted())
  }

  @Test func `knows when a day is more than a year ago`() {
    let day = FactDate(2025, 11, 4)
    #expect(!day.isOlderThanAYear(on: FactDate(2026, 11, 4)))
    #expect(day.isOlderThanAYear(on: FactDate(2026, 11, 5)))
  }
}
