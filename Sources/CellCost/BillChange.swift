public import CellPrimitives

/// What changes between two bills, item by item.
public struct BillChange: Sendable, Hashable {
  /// An item of one owner in one region, before and after.
  public struct Line: Sendable, Hashable {
    /// The environment.
    public let environment: String
    /// Whose it is.
    public let owner: BillLine.Owner
    /// What costs.
    public let item: PriceItem
    /// Where.
    public let region: Region
    /// How much there was; zero for what is new.
    public let quantityBefore: Quantity
    /// How much there is; zero for what is gone.
    public let quantityAfter: Quantity
    /// What it cost in a month; nil where a price is unknown.
    public let before: Dollars?
    /// What it costs in a month; nil where a price is unknown.
    public let after: Dollars?

    /// What it costs more in a month; nil where that can't be said.
    public var difference: Dollars? {
      guard let before, let after else { return nil }
      return after - before
    }
  }

  /// What differs, in the order of a bill; what stays as it was is left out.
  public let lines: [Line]
  /// The old bill's total.
  public let before: BillTotal
  /// The new bill's total.
  public let after: BillTotal

  /// Compares two bills, which should rest on the same prices and assumptions: then what differs is
  /// what was changed.
  public init(from old: Bill, to new: Bill) {
    let oldGroups = Dictionary(grouping: old.lines, by: Key.init)
    let newGroups = Dictionary(grouping: new.lines, by: Key.init)
    lines = Set(oldGroups.keys).union(newGroups.keys).sorted().compactMap { key in
      let line = Line(key, from: oldGroups[key] ?? [], to: newGroups[key] ?? [])
      return line.quantityBefore == line.quantityAfter && line.before == line.after ? nil : line
    }
    before = old.total
    after = new.total
  }

  /// What is known to cost more in a month; an item without a price on one side is not in it.
  public var difference: Dollars { .sum(lines.compactMap(\.difference)) }

  /// Whether something that changes has no price.
  public var isIncomplete: Bool { lines.contains { $0.difference == nil } }
}

extension BillChange {
  fileprivate struct Key: Hashable, Comparable {
    let environment: String
    let owner: BillLine.Owner
    let item: PriceItem
    let region: Region

    init(_ line: BillLine) {
      environment = line.environment
      owner = line.owner
      item = line.item
      region = line.region
    }

    static func < (left: Key, right: Key) -> Bool {
      if left.environment != right.environment { return left.environment < right.environment }
      if left.owner != right.owner { return left.owner < right.owner }
      return (left.item, left.region) < (right.item, right.region)
    }
  }
}

extension BillChange.Line {
  fileprivate init(_ key: BillChange.Key, from old: [BillLine], to new: [BillLine]) {
    func quantity(_ lines: [BillLine]) -> Quantity { lines.map(\.quantity).reduce(.zero, +) }
    func amount(_ lines: [BillLine]) -> Dollars? {
      let amounts = lines.compactMap(\.monthly)
      return amounts.count == lines.count ? .sum(amounts) : nil
    }
    self.init(
      environment: key.environment, owner: key.owner, item: key.item, region: key.region,
      quantityBefore: quantity(old), quantityAfter: quantity(new), before: amount(old),
      after: amount(new))
  }
}
