/// Some deliveries of an alert, which one worker makes together.
public struct DeliveryBatch: Sendable, Hashable {
  /// Whose deliveries.
  public let alertID: AlertID
  /// Its place among the batches of its alert, from 0.
  public let number: Int
  /// To whom, in the order of their IDs.
  public let recipients: [RecipientID]
  /// How often workers have begun with it and not come to an end; this time counted.
  public let attempts: Int
  /// Whether it came from a cell that was lost, with claims that nobody knows of: Twilio is asked before
  /// anything is sent.
  public let isReconciled: Bool

  /// All of its parts.
  public init(
    alertID: AlertID, number: Int, recipients: [RecipientID], attempts: Int, isReconciled: Bool
  ) {
    self.alertID = alertID
    self.number = number
    self.recipients = recipients
    self.attempts = attempts
    self.isReconciled = isReconciled
  }
}
