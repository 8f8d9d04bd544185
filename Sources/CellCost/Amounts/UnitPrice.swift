/// What one unit costs, to the billionth of a US dollar.
public struct UnitPrice: Sendable, Hashable {
  /// In billionths of a US dollar.
  public let nanodollars: Int

  /// So many billionths of a US dollar.
  public init(nanodollars: Int) { self.nanodollars = nanodollars }

  /// A plain decimal number of US dollars such as `0.0416`; nil for anything else, nothing at all,
  /// or more than nine decimals: what costs nothing is not in a price book but in the list of
  /// what is free.
  public init?(_ text: some StringProtocol) {
    guard let nanodollars = DecimalText.value(of: text, digits: 9), nanodollars > 0 else {
      return nil
    }
    self.init(nanodollars: nanodollars)
  }

  /// The price less so many hundredths, rounded down to the billionth.
  public func less(percent: Quantity) -> UnitPrice {
    let rest = Int128(100_000_000 - percent.millionths)
    return UnitPrice(nanodollars: Int(Int128(nanodollars) * rest / 100_000_000))
  }

  /// What `quantity` costs, exactly.
  public static func * (price: UnitPrice, quantity: Quantity) -> Dollars {
    Dollars(femtodollars: Int128(price.nanodollars) * Int128(quantity.millionths))
  }
}

extension UnitPrice {
  /// For programs: `0.0416`, `3.00`.
  public var exactText: String { description.filter { $0 != "," && $0 != "$" } }
}

extension UnitPrice: CustomStringConvertible {
  /// `$0.0416`
  public var description: String {
    "$\(DecimalText.text(of: Int128(nanodollars), digits: 9, minimum: 2))"
  }
}
