public import CellModel

extension Bill {
  /// The days for which the sources of its prices give them, from the oldest to the newest; nil for a
  /// bill without prices.
  public var priceDates: ClosedRange<FactDate>? {
    let dates = lines.compactMap(\.price?.date)
    guard let oldest = dates.min(), let newest = dates.max() else { return nil }
    return oldest...newest
  }

  /// Lines whose price is older than a year on `today`.
  public func linesWithOldPrices(on today: FactDate) -> [BillLine] {
    lines.filter { $0.price.map { $0.date.isOlderThanAYear(on: today) } ?? false }
  }
}
