public import Alerts

/// How far a message or a call is, in Twilio's words, and what that is for a delivery.
public struct TwilioStatus: Sendable, Hashable {
  /// What it means for the delivery; nil while Twilio has it and nobody knows more: it is under way.
  public let delivery: DeliveryStatus?
  /// Whether nothing follows.
  public let isFinal: Bool

  /// Reads a status of a channel; nil for a word that Twilio doesn't use for it.
  public init?(_ text: String, of channel: Channel) {
    switch channel {
    case .sms:
      guard let status = MessageStatus(rawValue: text) else { return nil }
      self.init(status.delivery)
    case .voice:
      guard let status = CallStatus(rawValue: text) else { return nil }
      self.init(status.delivery)
    }
  }

  private init(_ delivery: DeliveryStatus?) {
    self.delivery = delivery
    isFinal = delivery == .delivered || delivery == .failed
  }
}

/// How far a text message is.
/// Source: Twilio, "Messages resource", "Message Status values", 2026-11.
public enum MessageStatus: String, Sendable, Hashable, CaseIterable {
  case accepted, scheduled, queued, sending, sent, delivered, undelivered, failed, canceled
  /// Of messages to several.
  case partiallyDelivered = "partially_delivered"
  /// Of channels that tell it.
  case read
  /// Of messages that come in.
  case receiving, received

  /// What it means for the delivery.
  public var delivery: DeliveryStatus? {
    switch self {
    case .accepted, .scheduled, .queued, .sending, .receiving, .received: nil
    case .sent, .partiallyDelivered: .sent
    case .delivered, .read: .delivered
    case .undelivered, .failed, .canceled: .failed
    }
  }
}

/// How far a call is.
/// Source: Twilio, "Calls resource", "Call Status values"; callbacks say `initiated` of a call that
/// is about to be dialled; 2026-11.
public enum CallStatus: String, Sendable, Hashable, CaseIterable {
  case queued, initiated, ringing, completed, busy, failed, canceled
  case inProgress = "in-progress"
  case noAnswer = "no-answer"

  /// What it means for the delivery.
  public var delivery: DeliveryStatus? {
    switch self {
    case .queued, .initiated, .ringing: nil
    case .inProgress: .sent
    case .completed: .delivered
    case .busy, .noAnswer, .failed, .canceled: .failed
    }
  }
}
