public import CellModel
public import CellPrimitives

/// Prices with source and date, newest first.
///
/// What no sheet has is unknown: nothing is guessed from another region, and nothing is zero.
public struct PriceBook: Sendable {
  /// The sheets, newest first.
  public let sheets: [PriceSheet]

  /// A price and where it is from.
  public struct Price: Sendable, Hashable {
    /// For one unit.
    public let amount: UnitPrice
    /// The page or file that says so.
    public let source: String
    /// The day for which it says so.
    public let date: FactDate

    /// States a price.
    public init(_ amount: UnitPrice, source: String, date: FactDate) {
      self.amount = amount
      self.source = source
      self.date = date
    }
  }

  /// A book of these sheets.
  public init(_ sheets: [PriceSheet]) {
    self.sheets = sheets.sorted { $0.fact.date > $1.fact.date }
  }

  /// The newest price of `item` in `region`; nil where no sheet has one.
  public func price(of item: PriceItem, in region: Region) -> Price? {
    for sheet in sheets {
      guard let amount = sheet.price(of: item, in: region) else { continue }
      return Price(amount, source: sheet.fact.source, date: sheet.fact.date)
    }
    return nil
  }

  /// The same where usage also sets the price: a spot machine's is its on-demand price less what is
  /// assumed to be saved.
  func price(
    of item: PriceItem, in region: Region, assuming assumptions: UsageAssumptions
  ) -> Price? {
    guard let onDemand = item.onDemand else { return price(of: item, in: region) }
    return price(of: onDemand, in: region).map { price in
      Price(
        price.amount.less(percent: assumptions.quantity(of: .spotSaving)), source: price.source,
        date: price.date)
    }
  }

  /// What is known: the sheets that this package holds.
  public static let standard = PriceBook(standardSheets.map(\.value))

  /// The sheets by their names in Swift.
  static let standardSheets: KeyValuePairs<String, PriceSheet> = [
    "pricingPagesOfMay2025": .pricingPagesOfMay2025,
    "databasesOfMay2025": .databasesOfMay2025,
    "pricingPagesOfNovember2025": .pricingPagesOfNovember2025,
    "machinesOfNovember2025": .machinesOfNovember2025,
    "volumesOfJuly2024": .volumesOfJuly2024,
    "infracostOfAugust2026": .infracostOfAugust2026,
    "karpenterOfJuly2026": .karpenterOfJuly2026,
    "auroraOfAugust2026": .auroraOfAugust2026,
    "northernCaliforniaOfSeptember2026": .northernCaliforniaOfSeptember2026,
    "auroraInNorthernCalifornia": .auroraInNorthernCalifornia,
    "loadBalancersOfApril2026": .loadBalancersOfApril2026,
    "secretsOfAugust2026": .secretsOfAugust2026,
  ]
}
