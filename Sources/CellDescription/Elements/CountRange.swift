/// How many of something: a number, or two bounds.
///
/// Not `ClosedRange`, which traps on `6...2` before anybody could say where that was written.
public struct CountRange: Sendable, Hashable, ExpressibleByIntegerLiteral, CustomStringConvertible {
  /// The fewest.
  public let minimum: Int
  /// The most.
  public let maximum: Int

  /// Bounds that are not checked here; a rule does.
  public init(minimum: Int, maximum: Int) {
    self.minimum = minimum
    self.maximum = maximum
  }

  /// Exactly so many.
  public init(integerLiteral count: Int) { self.init(minimum: count, maximum: count) }

  /// `2...10`, of two literals; disfavored, so that where no `CountRange` is asked for, as in
  /// `let zones = 1...3`, the two make a `ClosedRange`.
  @_disfavoredOverload
  public static func ... (minimum: CountRange, maximum: CountRange) -> CountRange {
    CountRange(minimum: minimum.minimum, maximum: maximum.maximum)
  }

  /// As it is written in Swift.
  public var description: String {
    minimum == maximum ? String(minimum) : "\(minimum)...\(maximum)"
  }
}
