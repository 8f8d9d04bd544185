/// How much of something, to the millionth: 2 machines, 730 hours, 0.2 million requests.
public struct Quantity: Sendable, Hashable {
  /// In millionths of the unit.
  public let millionths: Int

  /// None of it.
  public static let zero = Quantity(millionths: 0)

  /// So many millionths.
  public init(millionths: Int) { self.millionths = millionths }

  /// A whole number.
  public init(_ count: Int) { millionths = count * 1_000_000 }

  /// A plain decimal number such as `1.5`; nil for anything else, a negative one, or more than six
  /// decimals.
  public init?(_ text: some StringProtocol) {
    guard let millionths = DecimalText.value(of: text, digits: 6) else { return nil }
    self.init(millionths: millionths)
  }

  /// Both together.
  public static func + (left: Quantity, right: Quantity) -> Quantity {
    Quantity(millionths: left.millionths + right.millionths)
  }

  /// What is more of it on the left; negative where that is less.
  public static func - (left: Quantity, right: Quantity) -> Quantity {
    Quantity(millionths: left.millionths - right.millionths)
  }

  /// The same for each of `count`.
  public static func * (each: Quantity, count: Int) -> Quantity {
    Quantity(millionths: each.millionths * count)
  }

  /// Machines times hours: rounded down to the millionth.
  public static func * (left: Quantity, right: Quantity) -> Quantity {
    Quantity(millionths: Int(Int128(left.millionths) * Int128(right.millionths) / 1_000_000))
  }

  /// So many hundredths of it, rounded down to the millionth.
  public func percent(_ hundredths: Quantity) -> Quantity {
    Quantity(millionths: (self * hundredths).millionths / 100)
  }
}

extension Quantity: Comparable {
  /// The smaller one first.
  public static func < (left: Quantity, right: Quantity) -> Bool {
    left.millionths < right.millionths
  }
}

extension Quantity {
  /// For programs: `1095`, `0.2`.
  public var exactText: String { description.filter { $0 != "," } }
}

extension Quantity: CustomStringConvertible {
  /// `1,095` or `0.2`.
  public var description: String { DecimalText.text(of: Int128(millionths), digits: 6) }
}
