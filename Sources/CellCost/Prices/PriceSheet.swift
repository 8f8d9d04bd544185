public import CellModel
import CellPrimitives

/// What one source said of prices on one day.
///
/// A sheet's date is the day for which the source gives the prices, not the day on which somebody
/// read the source: a price is as old as that.
public struct PriceSheet: Sendable {
  /// The prices, with source and date.
  public let fact: Fact<[PriceItem: RegionalPrices]>

  /// A sheet as it stands in the source of this package; a text that can't be read traps, and a
  /// test reads all of them.
  init(
    _ date: FactDate, source: String, note: String? = nil, _ texts: [PriceItem: String]
  ) {
    let prices = texts.mapValues { text in
      guard let prices = RegionalPrices(text) else {
        preconditionFailure("not a list of prices by region: \(text)")
      }
      return prices
    }
    fact = Fact(prices, source: source, date: date, note: note)
  }

  /// The price of `item` in `region`; nil where the sheet has none.
  func price(of item: PriceItem, in region: Region) -> UnitPrice? { fact.value[item]?[region] }
}
