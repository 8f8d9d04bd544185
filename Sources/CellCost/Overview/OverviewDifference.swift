import CellPrimitives

extension OverviewLine {
  /// The line beside `lines`, which are those of the bill that it is about.
  ///
  /// The parts add up to the difference whatever the numbers are. With Q and q the quantities of the
  /// bill and of the overview, p₀ the price in the overview's region and pᵢ that of a line, the
  /// difference of a counted item is Q·p − f = (q·p₀ − f) + (Q − q)·p₀ + Σ qᵢ·(pᵢ − p₀): the figure,
  /// the quantity, the region. What is not counted is a part as a whole.
  func row(
    for lines: [BillLine], in region: Region, _ prices: PriceBook, _ assumptions: UsageAssumptions
  ) -> OverviewComparison.Row {
    let counted = counted.compactMap { counted -> PricedCount? in
      prices.price(of: counted.item, in: region, assuming: assumptions).map {
        PricedCount(counted: counted, price: $0.amount, region: region)
      }
    }
    let items = Set(counted.map(\.counted.item))
    let ownCost = Dollars.sum(counted.map { $0.price * $0.counted.quantity })
    let figure = OverviewComparison.Part(
      amount: ownCost - amount,
      explanation: counted.isEmpty ? reason : "its own words cost \(ownCost): \(reason)")
    let parts =
      [figure]
      + counted.flatMap { count in count.parts(for: lines.filter { $0.item == count.counted.item })
      }
      + partsByService(
        of: lines.filter { !items.contains($0.item) }, besideTotal: services == nil)
    return OverviewComparison.Row(
      title: title, configuration: configuration, overview: amount, here: BillTotal(of: lines),
      parts: parts.filter { $0.amount != .zero }, unknown: unknownItems(of: lines))
  }
}

/// Something that the overview counts, with its price where the overview is.
private struct PricedCount {
  let counted: OverviewLine.Counted
  let price: UnitPrice
  let region: Region

  /// Why the bill has more or less for it.
  func parts(for lines: [BillLine]) -> [OverviewComparison.Part] {
    let priced = lines.filter { $0.price != nil }
    let quantity = priced.map(\.quantity).reduce(.zero, +)
    return [quantityPart(quantity)]
      + Dictionary(grouping: priced, by: \.region).sorted { $0.key < $1.key }.compactMap(regionPart)
  }

  private func quantityPart(_ quantity: Quantity) -> OverviewComparison.Part {
    OverviewComparison.Part(
      amount: price * (quantity - counted.quantity),
      explanation:
        "\(counted.item.name), by the \(counted.item.unit): \(quantity) here and "
        + "\(counted.quantity) in the overview; \(counted.reason)")
  }

  private func regionPart(
    _ elsewhere: Region, _ lines: [BillLine]
  ) -> OverviewComparison.Part? {
    guard let other = lines.first?.price?.amount else { return nil }
    let surplus = UnitPrice(nanodollars: other.nanodollars - price.nanodollars)
    return OverviewComparison.Part(
      amount: surplus * lines.map(\.quantity).reduce(.zero, +),
      explanation: "\(counted.item.name): \(elsewhere) asks \(other) for \(region)'s \(price)")
  }
}
