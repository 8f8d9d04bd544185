public import CellPrimitives
public import SourceLocations

/// One item of a bill, for one cell or for what cells share.
public struct BillLine: Sendable, Hashable {
  /// Whose it is.
  public enum Owner: Sendable, Hashable {
    /// What cells share: the roots that belong to no cell.
    case shared
    /// A cell, by name.
    case cell(String)

    /// The cell's name, or `shared`.
    public var name: String {
      switch self {
      case .shared: "shared"
      case .cell(let name): name
      }
    }
  }

  /// The environment.
  public let environment: String
  /// Whose it is.
  public let owner: Owner
  /// The root that holds the resources: `global`, `cells/cell-use1-01`.
  public let root: String
  /// What costs.
  public let item: PriceItem
  /// Where, for the price.
  public let region: Region
  /// How much of it.
  public let quantity: Quantity
  /// What one unit costs, and who says so; nil where nobody does.
  public let price: PriceBook.Price?
  /// What the quantity rests on that no resource says.
  public let assumptions: [Assumption]
  /// The resources that cause it, by address.
  public let resources: [String]
  /// The first line of Swift that causes it; nil where only the files are known.
  public let place: SourceLocation?

  /// What it costs in a month; nil where the price is unknown.
  public var monthly: Dollars? { price.map { $0.amount * quantity } }
}

extension BillLine: Comparable {
  /// By environment, owner (what is shared comes first), service, item, region and root.
  public static func < (left: BillLine, right: BillLine) -> Bool {
    if left.environment != right.environment { return left.environment < right.environment }
    if left.owner != right.owner { return left.owner < right.owner }
    if left.item != right.item { return left.item < right.item }
    return (left.region, left.root, left.resources.first ?? "")
      < (right.region, right.root, right.resources.first ?? "")
  }
}

extension BillLine.Owner: Comparable {
  /// What is shared comes first, then cells by name.
  public static func < (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.shared, .cell): true
    case (_, .shared): false
    case (.cell(let left), .cell(let right)): left < right
    }
  }
}
