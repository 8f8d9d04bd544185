/// Bounds between which an Aurora Serverless v2 instance follows its load.
public struct ServerlessCapacity: Sendable, Hashable {
  /// The least, in Aurora capacity units of about 2 GiB of memory.
  public let minimum: Double
  /// The most.
  public let maximum: Double

  /// Bounds in Aurora capacity units, in steps of a half: `.units(0.5, to: 16)`.
  public static func units(_ minimum: Double, to maximum: Double) -> Self {
    Self(minimum: minimum, maximum: maximum)
  }
}
