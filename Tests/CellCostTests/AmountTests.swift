import Testing

@testable import CellCost

struct AmountTests {
  @Test(arguments: [
    ("0", 0), ("1", 1_000_000), ("1.5", 1_500_000), ("0.000001", 1), ("730", 730_000_000),
  ])
  func `reads plain decimal numbers`(text: String, millionths: Int) {
    #expect(Quantity(text)?.millionths == millionths)
  }

  @Test(arguments: ["", ".", "1.", ".5", "-1", "+1", "1e3", "1,000", "0.0000001", "١", "1.2.3"])
  func `refuses other numbers`(text: String) {
    #expect(Quantity(text) == nil)
    #expect(UnitPrice(text + (text == "0.0000001" ? "000" : "")) == nil)
  }

  @Test func `a price of nothing is no price`() {
    #expect(UnitPrice("0") == nil)
    #expect(UnitPrice("0.000000001")?.nanodollars == 1)
  }

  @Test func `adds up without losing a digit`() throws {
    let price = try #require(UnitPrice("0.1"))
    let ten = Dollars.sum((0..<10).map { _ in price * Quantity(1) })
    #expect(ten == Dollars(cents: 100))
    let tiny = try #require(UnitPrice("0.000000001")) * Quantity(millionths: 1)
    #expect(tiny.femtodollars == 1)
    #expect((Dollars(cents: 99_999_999_999_99) + tiny).exactText == "99999999999.990000000000001")
  }

  @Test func `rounds halves away from zero, for people only`() {
    let half = Dollars(femtodollars: 5_000_000_000_000)
    #expect(half.roundedText == "0.01")
    #expect(half.exactText == "0.005")
    #expect((.zero - half).roundedText == "-0.01")
    #expect(Dollars(cents: 123_456_78).description == "$123,456.78")
    #expect(Dollars(cents: -50).description == "-$0.50")
    #expect(Dollars.zero.description == "$0.00")
  }

  @Test func `takes percent of quantities and off prices`() throws {
    #expect(Quantity(2_190).percent(Quantity(70)) == Quantity(1_533))
    #expect(try #require(Quantity("1.5")) * Quantity(730) == Quantity(1_095))
    #expect(try #require(UnitPrice("0.0832")).less(percent: Quantity(60)) == UnitPrice("0.03328"))
  }

  @Test func `prints quantities with commas for people and without for programs`() {
    #expect(Quantity(1_234_567).description == "1,234,567")
    #expect(Quantity(1_234_567).exactText == "1234567")
    #expect(Quantity("0.20")?.description == "0.2")
    #expect(UnitPrice("3")?.description == "$3.00")
    #expect(UnitPrice("16.6667")?.exactText == "16.6667")
  }
}
