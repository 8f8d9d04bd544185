import CellPrimitives

/// What the delivery worker may use.
public struct WorkerResources: ServiceResources {
  /// Alerts and recipients.
  @Uses(.readWrite(.alerts)) public var database
  /// Work to do; a message that takes longer is hidden anew in time.
  @Uses(.consume(.alertProcessing, handling: .seconds(10))) public var work
  /// Parts of an alert, fanned out for whichever worker is free.
  @Uses(.send(.alertProcessing)) public var fanOut
  /// Where goes what can't be done.
  @Uses(.deadLetters(of: .alertProcessing)) public var deadLetters
  /// Claims and delivery states.
  @Uses(.readWrite(.deliveries)) public var deliveries
  /// Every transition of a delivery.
  @Uses(.publish(.deliveryStatus)) public var deliveryStatus
  /// Twilio's credentials.
  @Uses(.secret(.twilio)) public var twilio
  /// Where Twilio reports to: this cell, which the delivery is at home in.
  @Uses(.publicURL(of: .api)) public var callbacks

  /// The declaration itself.
  public init() {}
}
