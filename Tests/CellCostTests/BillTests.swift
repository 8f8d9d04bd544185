import CellModel
import SourceLocations
import TerraformDocument
import Testing

@testable import CellCost

struct BillTests {
  @Test func `production has the overview's parts, at today's prices`() throws {
    let bill = Bill(of: try fleetResources(), on: today)
    let lines = bill.lines.filter { $0.environment == "production" }
    func known(_ service: BilledService) -> String {
      BillTotal(of: lines.filter { $0.item.service == service }).known.roundedText
    }
    // Two control planes; five gateways and 200 GB; twelve copies of six secrets, and reads.
    #expect(known(.eks) == "146.00")
    #expect(known(.natGateways) == "177.93")
    #expect(known(.secretsManager) == "5.30")
  }

  @Test func `each line has the exact product of its price and quantity, and they add up`() throws {
    let bill = Bill(of: try fleetResources(), on: today)
    var sum = Dollars.zero
    for line in bill.lines {
      guard let price = line.price else { continue }
      #expect(line.monthly == price.amount * line.quantity)
      sum += price.amount * line.quantity
    }
    #expect(bill.total.known == sum)
    #expect(bill.total.isLowerBound)
  }

  @Test func `each line names resources and a place in the cells`() throws {
    for line in Bill(of: try fleetResources(), on: today).lines {
      #expect(!line.resources.isEmpty)
      #expect(line.place?.file.contains("/cells/") == true, "\(line.item.name)")
    }
  }

  @Test func `only what nobody here can know has no price`() throws {
    let unknown = Bill(of: try fleetResources(), on: today).lines.filter { $0.monthly == nil }
    #expect(Set(unknown.map(\.item)) == [.textMessages])
    #expect(unknown.map(\.environment) == ["development", "production", "staging"])
  }

  @Test func `the order of resources does not matter`() throws {
    let resources = try fleetResources()
    let bill = Bill(of: resources, on: today)
    #expect(bill == Bill(of: resources.reversed(), on: today))
    #expect(bill.lines == bill.lines.sorted())
  }

  @Test func `assumptions change what rests on them and nothing else`() throws {
    var assumptions = UsageAssumptions()
    try assumptions.assume("web-requests=20")
    let resources = try fleetResources()
    let change = BillChange(
      from: Bill(of: resources, on: today),
      to: Bill(of: resources, assuming: assumptions, on: today))
    #expect(Set(change.lines.map(\.item)) == [.webRequests])
    #expect(change.lines.count == 4)
  }

  @Test func `says which prices are older than a year`() throws {
    let bill = Bill(of: [resource("aws_eks_cluster", "main", ["version": "1.35"])], on: today)
    let dates = try #require(bill.priceDates)
    #expect(dates.lowerBound == FactDate(2026, 8, 21))
    #expect(bill.linesWithOldPrices(on: FactDate(2027, 8, 21)).isEmpty)
    #expect(bill.linesWithOldPrices(on: FactDate(2027, 8, 22)).count == 2)
  }
}
