/// An SNS topic that every cell has.
public struct Topic: Sendable, Hashable {
  /// Name within the cell: `alert-events`.
  public let name: String

  /// Every change of an alert; the queues of ``Queue/all`` subscribe to it.
  public static let alertEvents = Topic(name: "alert-events")
  /// Every transition of a delivery, for whoever wants to follow along.
  public static let deliveryStatus = Topic(name: "delivery-status")

  /// All topics, in the order in which they are listed.
  public static let all = [alertEvents, deliveryStatus]
}
