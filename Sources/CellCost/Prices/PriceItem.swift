/// What has a price: one entry of AWS's price list, at the first of its tiers.
public struct PriceItem: Sendable, Hashable {
  /// The row of the bill that it belongs to.
  public let service: BilledService
  /// What it is, for people: `db.r6g.large instances`; unique in its service.
  public let name: String
  /// What a price is for one of: `hour`, `GB-month`, `1M requests`.
  public let unit: String
  /// The name of the item whose price, less what is assumed to be saved, is this one's; nil for what
  /// has a price of its own.
  private let discountedName: String?

  init(
    _ service: BilledService, _ name: String, per unit: String, discounting other: String? = nil
  ) {
    self.service = service
    self.name = name
    self.unit = unit
    discountedName = other
  }

  /// The item whose price, less what is assumed to be saved, is this one's.
  var onDemand: PriceItem? { discountedName.map { PriceItem(service, $0, per: unit) } }

  /// A resource, by its type or by what about it, that no meter knows: nobody can have a price.
  public static func unlisted(_ name: String) -> PriceItem {
    PriceItem(.other, name, per: "resource")
  }
}

extension PriceItem: Comparable {
  /// By service, then name.
  public static func < (left: PriceItem, right: PriceItem) -> Bool {
    (left.service, left.name) < (right.service, right.name)
  }
}
