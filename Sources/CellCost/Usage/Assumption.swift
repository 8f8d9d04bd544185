/// Something that a bill depends on and no description says: how much is used.
///
/// Each has a name by which the command line can set it.
public struct Assumption: Sendable, Hashable {
  /// How it is called on the command line: `web-requests`.
  public let name: String
  /// What it is counted in: `1M requests for each firewall`.
  public let unit: String
  /// What is assumed where nobody says otherwise.
  public let value: Quantity
  /// Where that is from.
  public let reason: String
  /// The most that makes sense; nil where there is no bound.
  public let maximum: Quantity?

  init(
    _ name: String, _ value: String, _ unit: String, because reason: String, atMost: Int? = nil
  ) {
    guard let value = Quantity(value) else {
      preconditionFailure("\(value) is not a quantity")
    }
    self.name = name
    self.unit = unit
    self.value = value
    self.reason = reason
    maximum = atMost.map { Quantity($0) }
  }
}

extension Assumption: Comparable {
  /// By name.
  public static func < (left: Assumption, right: Assumption) -> Bool { left.name < right.name }
}
