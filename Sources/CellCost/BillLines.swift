import CellPrimitives
import SourceLocations
import TerraformDocument

/// The lines of one root: one for each item, region and line of Swift, and one for what is assumed of
/// all its resources together.
func billLines(
  of resources: [BilledResource], _ context: MeterContext, _ prices: PriceBook
) -> [BillLine] {
  let metered = resources.flatMap { resource in
    resource.usages(context).map { (resource: resource, usage: $0) }
  }
  let groups = Dictionary(grouping: metered) { resource, usage in
    LineKey(
      item: usage.item, region: usage.region, isShared: usage.isShared,
      place: usage.isShared ? nil : resource.place)
  }
  return groups.compactMap { key, members in
    guard let first = members.first else { return nil }
    let quantities = members.map(\.usage.quantity)
    let quantity = key.isShared ? first.usage.quantity : quantities.reduce(.zero, +)
    guard quantity != .zero else { return nil }
    let root = first.resource.root
    return BillLine(
      environment: root.environment, owner: root.billedOwner, root: root.folder, item: key.item,
      region: key.region, quantity: quantity,
      price: prices.price(of: key.item, in: key.region, assuming: context.assumptions),
      assumptions: Set(members.flatMap(\.usage.assumptions)).sorted(),
      resources: Set(members.map(\.resource.address.description)).sorted(),
      place: members.compactMap(\.resource.place).min())
  }
}

private struct LineKey: Hashable {
  let item: PriceItem
  let region: Region
  let isShared: Bool
  let place: SourceLocation?
}

extension BilledResource {
  /// What it makes somebody pay for; a type that nothing is known of is an item without a price.
  fileprivate func usages(_ context: MeterContext) -> [Usage] {
    if let meter = ResourceTreatment.meters[address.type] { return meter(self, context) }
    guard ResourceTreatment.of(address.type) == nil else { return [] }
    return [uses(.unlisted(address.type), Quantity(1))]
  }
}

extension TerraformRootPath {
  /// The cell that a root belongs to, if any.
  fileprivate var billedOwner: BillLine.Owner {
    folder.hasPrefix("cells/") ? .cell(String(folder.dropFirst("cells/".count))) : .shared
  }
}
