public import CellPrimitives

/// The price of one item in each region for which a source gives one.
public struct RegionalPrices: Sendable, Hashable {
  private let prices: [Region: UnitPrice]

  /// Reads entries such as `0.045 use1 use2 usw2; 0.046 eun1`, or `0.4 everywhere`: US dollars, and
  /// the regions by the short form that begins their zones' IDs. Line breaks are like spaces.
  ///
  /// Nil where anything is not so, or a region stands there twice.
  init?(_ text: String) {
    let regions = Dictionary(
      Region.allCases.map { ($0.abbreviation, $0) }, uniquingKeysWith: { first, _ in first })
    var prices: [Region: UnitPrice] = [:]
    for entry in text.split(separator: ";") {
      let words = entry.split { $0.isWhitespace }
      guard let first = words.first, let price = UnitPrice(first), words.count > 1 else {
        return nil
      }
      let places = words.dropFirst()
      let named =
        places == ["everywhere"] ? Region.allCases : places.compactMap { regions[String($0)] }
      guard places == ["everywhere"] || named.count == places.count else { return nil }
      for region in named {
        guard prices.updateValue(price, forKey: region) == nil else { return nil }
      }
    }
    self.prices = prices
  }

  /// The price in `region`; nil where the source gives none.
  public subscript(region: Region) -> UnitPrice? { prices[region] }

  /// The regions with a price, by name.
  public var regions: [Region] { prices.keys.sorted() }
}
