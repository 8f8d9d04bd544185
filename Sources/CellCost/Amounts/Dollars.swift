/// An amount of US dollars, exact: a price to the billionth times a quantity to the millionth.
///
/// Amounts are added up as they are and rounded only when a person reads them.
public struct Dollars: Sendable, Hashable {
  /// In 10⁻¹⁵ US dollars.
  public let femtodollars: Int128

  /// Nothing.
  public static let zero = Dollars(femtodollars: 0)

  /// So many 10⁻¹⁵ US dollars.
  public init(femtodollars: Int128) { self.femtodollars = femtodollars }

  /// Whole cents.
  public init(cents: Int) { femtodollars = Int128(cents) * Self.femtodollarsInACent }

  /// The sum.
  public static func + (left: Dollars, right: Dollars) -> Dollars {
    Dollars(femtodollars: left.femtodollars + right.femtodollars)
  }

  /// The difference; negative where the right is more.
  public static func - (left: Dollars, right: Dollars) -> Dollars {
    Dollars(femtodollars: left.femtodollars - right.femtodollars)
  }

  /// Adds to it.
  public static func += (left: inout Dollars, right: Dollars) { left = left + right }

  /// All of `amounts` together.
  public static func sum(_ amounts: some Sequence<Dollars>) -> Dollars {
    amounts.reduce(.zero, +)
  }

  /// All its decimals, at least two, for programs: `379.60`, `-0.0000035`.
  public var exactText: String {
    DecimalText.text(of: femtodollars, digits: 15, minimum: 2).filter { $0 != "," }
  }

  /// Rounded to cents, halves away from zero, with commas: `1,234.57`.
  ///
  /// What is less than half a cent reads `0.00`.
  public var roundedText: String {
    let half = Self.femtodollarsInACent / 2
    let cents = (femtodollars + (femtodollars < 0 ? -half : half)) / Self.femtodollarsInACent
    return DecimalText.text(of: cents, digits: 2, minimum: 2)
  }

  private static let femtodollarsInACent: Int128 = 10_000_000_000_000
}

extension Dollars: Comparable {
  /// The smaller amount first.
  public static func < (left: Dollars, right: Dollars) -> Bool {
    left.femtodollars < right.femtodollars
  }
}

extension Dollars: CustomStringConvertible {
  /// `$1,234.57`, or `-$0.50`.
  public var description: String {
    self < .zero
      ? "-$\(roundedText.dropFirst(roundedText.hasPrefix("-") ? 1 : 0))" : "$\(roundedText)"
  }
}
