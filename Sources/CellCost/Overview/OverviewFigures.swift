public import CellPrimitives

/// What the overview of the system says that an environment costs.
public struct OverviewFigures: Sendable {
  /// The environment's name.
  public let environment: String
  /// Its lines; where it gives a total alone, that is the one line.
  public let lines: [OverviewLine]
  /// The region for whose prices it is read.
  public let region: Region

  /// The sum of its lines.
  public var total: Dollars { .sum(lines.map(\.amount)) }

  /// Environments that the overview has figures for.
  public static let all: [OverviewFigures] = [production, staging, development]

  /// The figures of the environment of this name; nil where the overview has none.
  public static func of(_ environment: String) -> OverviewFigures? {
    all.first { $0.environment == environment }
  }
}

/// A line of the overview's tables of costs.
public struct OverviewLine: Sendable {
  /// Its first column.
  public let title: String
  /// Its second column.
  public let configuration: String
  /// Its figure.
  public let amount: Dollars
  /// What of a bill it is about; nil where it is about everything.
  let services: Set<BilledService>?
  /// What it counts, as far as its words say.
  let counted: [Counted]
  /// Why its figure is not what its own words cost.
  let reason: String

  /// So much of an item, and why a bill has another quantity of it.
  struct Counted: Sendable {
    let item: PriceItem
    let quantity: Quantity
    let reason: String

    init(_ item: PriceItem, _ quantity: Quantity, _ reason: String) {
      self.item = item
      self.quantity = quantity
      self.reason = reason
    }
  }

  init(
    _ title: String, _ configuration: String, cents: Int, of services: Set<BilledService>?,
    counting counted: [Counted], because reason: String
  ) {
    self.title = title
    self.configuration = configuration
    amount = Dollars(cents: cents)
    self.services = services
    self.counted = counted
    self.reason = reason
  }
}

/// The hours of `count` things in the overview's month.
func overviewHours(_ count: Int) -> Quantity { Quantity(730 * count) }
