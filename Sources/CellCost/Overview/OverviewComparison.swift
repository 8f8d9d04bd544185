/// A bill beside the overview's figures, every difference in parts that add up to it.
public struct OverviewComparison: Sendable {
  /// One line of the overview, or what it has no line for.
  public struct Row: Sendable {
    /// The line's first column, or `not in the overview`.
    public let title: String
    /// The line's second column.
    public let configuration: String
    /// Its figure; nothing for what it has no line for.
    public let overview: Dollars
    /// What the bill has for the same.
    public let here: BillTotal
    /// What the difference is made of, in the order in which to read it.
    public let parts: [Part]
    /// Items of the bill that have no price, so that no difference can count them.
    public let unknown: [String]

    /// What the bill has more.
    public var difference: Dollars { here.known - overview }

    /// Whether the parts are the whole difference, to the last digit.
    public var isExplained: Bool { Dollars.sum(parts.map(\.amount)) == difference }
  }

  /// A reason for a difference, with its amount.
  public struct Part: Sendable, Hashable {
    /// What it adds to the overview's figure; negative for what it takes away.
    public let amount: Dollars
    /// Why, in words without a full stop.
    public let explanation: String
  }

  /// The environment.
  public let environment: String
  /// The overview's lines in its order, and then what it has none for.
  public let rows: [Row]

  /// Compares the lines of one environment with what the overview says of it.
  ///
  /// - Parameters:
  ///   - bill: the lines of that environment.
  ///   - figures: what the overview says.
  ///   - prices: the prices of the bill, for what the overview's own words cost.
  ///   - assumptions: those of the bill.
  public init(
    of bill: Bill, with figures: OverviewFigures, prices: PriceBook = .standard,
    assuming assumptions: UsageAssumptions = UsageAssumptions()
  ) {
    environment = figures.environment
    let lines = bill.lines.filter { $0.environment == figures.environment }
    let covered = Set(figures.lines.flatMap { $0.services ?? Set(BilledService.allCases) })
    let rows = figures.lines.map { figure in
      figure.row(
        for: lines.filter { figure.services?.contains($0.item.service) ?? true },
        in: figures.region, prices, assumptions)
    }
    let rest = lines.filter { !covered.contains($0.item.service) }
    self.rows = rows + (rest.isEmpty ? [] : [Row(leftOut: rest)])
  }

  /// The sum of the overview's figures.
  public var overview: Dollars { .sum(rows.map(\.overview)) }
  /// The sum of the bill.
  public var here: Dollars { .sum(rows.map(\.here.known)) }
  /// Whether something of the bill has no price.
  public var isLowerBound: Bool { rows.contains { $0.here.isLowerBound } }
}

extension OverviewComparison.Row {
  fileprivate init(leftOut lines: [BillLine]) {
    self.init(
      title: "not in the overview", configuration: "", overview: .zero,
      here: BillTotal(of: lines), parts: partsByService(of: lines),
      unknown: unknownItems(of: lines))
  }
}

/// What is on the bill and in no line of the overview, service by service.
///
/// Where the overview gives a total alone, it can't be said of a service in its other tables whether
/// the total counts it.
func partsByService(
  of lines: [BillLine], besideTotal: Bool = false
) -> [OverviewComparison.Part] {
  let priced = lines.filter { $0.monthly != nil }
  return Dictionary(grouping: priced, by: \.item.service).sorted { $0.key < $1.key }.map {
    service, lines in
    let names = Set(lines.map(\.item)).sorted().map(\.name).joined(separator: ", ")
    let reason =
      besideTotal && service.hasOverviewLine
      ? "the overview's total does not say whether it counts them" : service.absenceFromOverview
    return OverviewComparison.Part(
      amount: .sum(lines.compactMap(\.monthly)),
      explanation: "\(service.rawValue) (\(names)): \(reason)")
  }
}

/// Items without a price, each once.
func unknownItems(of lines: [BillLine]) -> [String] {
  Set(lines.filter { $0.monthly == nil }.map(\.item)).sorted().map {
    "\($0.service.rawValue): \($0.name)"
  }
}
