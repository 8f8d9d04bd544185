public import CellModel

/// What an environment's or a fleet's resources cost in a month, line by line.
///
/// On demand, before taxes, support, discounts and free allowances, at the first tier of each price.
public struct Bill: Sendable, Hashable {
  /// By environment, owner, service and item.
  public let lines: [BillLine]

  /// Bills `resources`.
  ///
  /// - Parameters:
  ///   - resources: everything in the roots; what one root's resources say of each other counts.
  ///   - prices: what things cost.
  ///   - assumptions: how much is used.
  ///   - today: the day for which support dates are judged.
  public init(
    of resources: [BilledResource], prices: PriceBook = .standard,
    assuming assumptions: UsageAssumptions = UsageAssumptions(), on today: FactDate
  ) {
    lines = Dictionary(grouping: resources, by: \.root).values.flatMap { resources in
      let context = MeterContext(
        resources: resources, assumptions: assumptions, today: today)
      return billLines(of: resources, context, prices)
    }.sorted()
  }

  init(lines: [BillLine]) { self.lines = lines }

  /// The part of the bill whose lines are as asked for.
  public func filtered(_ isWanted: (BillLine) -> Bool) -> Bill {
    Bill(lines: lines.filter(isWanted))
  }

  /// All of it together.
  public var total: BillTotal { BillTotal(of: lines) }

  /// The environments on it, by name.
  public var environments: [String] { Set(lines.map(\.environment)).sorted() }

  /// What its lines rest on that no resource says, in the order of ``Assumption/all``.
  public var assumptions: [Assumption] {
    let used = Set(lines.flatMap(\.assumptions))
    return Assumption.all.filter(used.contains)
  }
}

/// Some lines together.
public struct BillTotal: Sendable, Hashable {
  /// What is known of it.
  public let known: Dollars
  /// Whether something is not known, so that ``known`` is the least that it can be.
  public let isLowerBound: Bool

  /// Adds up `lines`.
  public init(of lines: some Sequence<BillLine>) {
    var known = Dollars.zero
    var isLowerBound = false
    for line in lines {
      if let amount = line.monthly { known += amount } else { isLowerBound = true }
    }
    self.known = known
    self.isLowerBound = isLowerBound
  }
}

extension BillTotal: CustomStringConvertible {
  /// `$1,234.57`, or `at least $1,234.57`.
  public var description: String { isLowerBound ? "at least \(known)" : "\(known)" }
}
