/// A metric that a service emits, in the namespace ``Metric/namespace``.
public struct Metric: Sendable, Hashable {
  /// Units of CloudWatch that we use.
  public enum Unit: String, Sendable, Hashable {
    /// How many.
    case count = "Count"
    /// How long.
    case milliseconds = "Milliseconds"
  }

  /// CloudWatch namespace of all our metrics.
  public static let namespace = "BizComms"

  /// Name in CloudWatch: `RequestCount`.
  public let name: String
  /// Unit of every value.
  public let unit: Unit
  /// Dimensions beside `Cell` and `Service`, which every metric has.
  public let dimensions: [String]

  init(_ name: String, _ unit: Unit, by dimensions: [String] = []) {
    self.name = name
    self.unit = unit
    self.dimensions = dimensions
  }
}
