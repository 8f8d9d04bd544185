import CellPrimitives

/// Something that a resource makes somebody pay for in a month.
struct Usage: Hashable {
  /// What.
  let item: PriceItem
  /// How much.
  let quantity: Quantity
  /// Where, for the price.
  let region: Region
  /// What the quantity rests on that the resource does not say.
  let assumptions: [Assumption]
  /// Whether the quantity is for all resources of the root together that use the item there, and not
  /// for each: ten log groups take in what a cell writes, not ten times that.
  let isShared: Bool
}

extension BilledResource {
  /// So much of `item` for this resource.
  func uses(
    _ item: PriceItem, _ quantity: Quantity, in region: Region? = nil,
    assuming assumptions: Assumption...
  ) -> Usage {
    Usage(
      item: item, quantity: quantity, region: region ?? self.region, assumptions: assumptions,
      isShared: false)
  }

  /// What is assumed of `item` for this and the other resources of its root together.
  func shares(
    _ item: PriceItem, _ assumption: Assumption, in region: Region? = nil,
    _ context: MeterContext
  ) -> Usage {
    Usage(
      item: item, quantity: context.assumptions.quantity(of: assumption),
      region: region ?? self.region, assumptions: [assumption], isShared: true)
  }
}
