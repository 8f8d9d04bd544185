/// A share of a whole, in whole percent.
public struct Percentage: Sendable, Hashable {
  /// Hundredths of the whole.
  public let percent: Int

  private init(percent: Int) { self.percent = percent }

  /// Hundredths of the whole; unsigned, so that the compiler refuses a negative share.
  public static func percent(_ count: UInt32) -> Percentage { Percentage(percent: Int(count)) }
}

extension Percentage: CustomStringConvertible {
  /// `10 %`.
  public var description: String { "\(percent) %" }
}
