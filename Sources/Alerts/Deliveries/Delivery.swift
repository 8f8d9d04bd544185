public import Foundation

/// One alert to one recipient over one channel.
public struct Delivery: Sendable, Hashable {
  /// Which one: nobody is sent the same alert twice over one channel.
  public struct Key: Sendable, Hashable, CustomStringConvertible {
    /// What is told.
    public let alertID: AlertID
    /// To whom.
    public let recipientID: RecipientID
    /// How.
    public let channel: Channel

    /// The delivery of an alert to a recipient over a channel.
    public init(alertID: AlertID, recipientID: RecipientID, channel: Channel) {
      self.alertID = alertID
      self.recipientID = recipientID
      self.channel = channel
    }

    /// What callbacks carry: `alert_….recip_….sms`.
    public var description: String { "\(alertID).\(recipientID).\(channel.rawValue)" }

    /// Reads what ``description`` writes.
    public init?(_ text: String) {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 3, let alertID = AlertID(parts[0]),
        let recipientID = RecipientID(parts[1]), let channel = Channel(rawValue: parts[2])
      else { return nil }
      self.init(alertID: alertID, recipientID: recipientID, channel: channel)
    }
  }

  /// Which one.
  public let key: Key
  /// The number that it goes to, as it was when it was addressed.
  public let phoneNumber: PhoneNumber
  /// How far it is.
  public var status: DeliveryStatus
  /// The cell whose worker sends it.
  public var homeCell: String
  /// Until when the worker that claimed it may be sending it; what Twilio has not got by then it will
  /// not get.
  public var claimedUntil: Date?
  /// Drawn for each claim: two claims of one moment are not the same.
  public var claimID: String?
  /// Twilio's name for it, once Twilio has accepted it: `SM` or `CA` and 32 digits.
  public var twilioSID: String?
  /// Twilio's number for what went wrong.
  public var errorCode: Int?
  /// When Twilio accepted it.
  public var sentAt: Date?
  /// When the recipient got it.
  public var deliveredAt: Date?
  /// When it last changed.
  public var updatedAt: Date

  /// All of its parts.
  public init(
    key: Key, phoneNumber: PhoneNumber, status: DeliveryStatus, homeCell: String,
    claimedUntil: Date? = nil, claimID: String? = nil, twilioSID: String? = nil,
    errorCode: Int? = nil, sentAt: Date? = nil, deliveredAt: Date? = nil,
    updatedAt: Date
  ) {
    self.key = key
    self.phoneNumber = phoneNumber
    self.status = status
    self.homeCell = homeCell
    self.claimedUntil = claimedUntil
    self.claimID = claimID
    self.twilioSID = twilioSID
    self.errorCode = errorCode
    self.sentAt = sentAt
    self.deliveredAt = deliveredAt
    self.updatedAt = updatedAt
  }
}

/// How far a delivery is; news move it only to a status of a higher ``rank``, in whatever order they come.
///
/// A worker alone moves it back, and only where nothing was sent: a claim that Twilio refused for now, or
/// a delivery of which Twilio's list says that it knows nothing.
public enum DeliveryStatus: String, Sendable, Hashable, CaseIterable {
  /// Nobody has begun with it.
  case pending
  /// A worker is about to send it.
  case claimed
  /// A worker may or may not have sent it; Twilio's callback or list of messages will say.
  case unknown
  /// Twilio accepted it.
  case sent
  /// The recipient got it.
  case delivered
  /// It will never arrive.
  case failed
  /// It was taken back before it was sent: its alert was cancelled, or its recipient wants none any
  /// more.
  case cancelled

  /// Its place on the way.
  public var rank: Int {
    switch self {
    case .pending: 0
    case .claimed: 1
    case .unknown: 2
    case .sent: 3
    case .delivered, .failed, .cancelled: 4
    }
  }
}

/// Deliveries of an alert by status, as callers are told: sent, failed, pending and cancelled add up to
/// the recipients, and what was delivered was sent.
public struct DeliveryCounts: Sendable, Hashable {
  /// Those that Twilio accepted, delivered ones among them.
  public var sent = 0
  /// Those that arrived.
  public var delivered = 0
  /// Those that will never arrive.
  public var failed = 0
  /// Those that were taken back in time.
  public var cancelled = 0
  /// Those that exist, and haven't ended, and aren't known to be sent.
  public var underWay = 0

  /// None yet.
  public init() {}

  /// All that were counted.
  public var all: Int { sent + failed + cancelled + underWay }

  /// Counts one more.
  public mutating func count(_ status: DeliveryStatus) {
    switch status {
    case .pending, .claimed, .unknown: underWay += 1
    case .sent: sent += 1
    case .delivered:
      sent += 1
      delivered += 1
    case .failed: failed += 1
    case .cancelled: cancelled += 1
    }
  }

  /// What hasn't ended and isn't known to be sent.
  public func pending(of total: Int) -> Int { max(0, total - sent - failed - cancelled) }
}
