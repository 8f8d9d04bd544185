/// What the API service may use.
public struct APIResources: ServiceResources {
  /// Alerts, recipients and the outbox.
  @Uses(.readWrite(.alerts)) public var database
  /// Where the outbox is relayed to.
  @Uses(.publish(.alertEvents)) public var events
  /// Transitions that Twilio's callbacks report.
  @Uses(.publish(.deliveryStatus)) public var deliveryStatus
  /// Delivery states, shown to callers and moved by callbacks.
  @Uses(.readWrite(.deliveries)) public var deliveries
  /// Keys that callers present.
  @Uses(.secret(.apiKeys)) public var apiKeys
  /// The auth token that signs Twilio's callbacks.
  @Uses(.secret(.twilio)) public var twilio

  /// The declaration itself.
  public init() {}
}
