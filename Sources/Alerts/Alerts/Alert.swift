public import Foundation

/// Something that recipients are told.
public struct Alert: Sendable, Hashable {
  /// Drawn when it was created.
  public let id: AlertID
  /// What the caller decides.
  public var draft: AlertDraft
  /// How far it is.
  public var status: AlertStatus
  /// How many recipients matched when it was made.
  public var estimatedRecipients: Int
  /// How many recipients it was addressed to, once the worker has counted them.
  public var totalRecipients: Int?
  /// The cell that took it in, whose topic carries it and whose worker sends it.
  public let homeCell: String
  /// When it was taken in.
  public let createdAt: Date
  /// When it last changed.
  public var updatedAt: Date
  /// 1, and one more with each change: what `ETag` shows.
  public var version: Int64

  /// All of its parts.
  public init(
    id: AlertID, draft: AlertDraft, status: AlertStatus, estimatedRecipients: Int,
    totalRecipients: Int? = nil, homeCell: String, createdAt: Date, updatedAt: Date, version: Int64
  ) {
    self.id = id
    self.draft = draft
    self.status = status
    self.estimatedRecipients = estimatedRecipients
    self.totalRecipients = totalRecipients
    self.homeCell = homeCell
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.version = version
  }
}

/// What a caller decides about an alert.
public struct AlertDraft: Sendable, Hashable {
  /// 1 to 200 characters.
  public var title: String
  /// 1 to 1,600 characters: what Twilio takes as the body of one message.
  /// Source: Twilio, "Messages resource", `Body`, 2026-11.
  public var message: String
  /// What is sent first.
  public var priority: AlertPriority
  /// How recipients are reached.
  public var deliveryMethod: Channel
  /// Whom it is for.
  public var filters: RecipientFilters

  /// All of its parts.
  public init(
    title: String, message: String, priority: AlertPriority = .normal, deliveryMethod: Channel,
    filters: RecipientFilters = RecipientFilters()
  ) {
    self.title = title
    self.message = message
    self.priority = priority
    self.deliveryMethod = deliveryMethod
    self.filters = filters
  }
}

/// What is sent first.
public enum AlertPriority: String, Sendable, Hashable, CaseIterable {
  /// Claimed before all that is normal.
  case high
  case normal
}

/// How a recipient is reached.
public enum Channel: String, Sendable, Hashable, CaseIterable {
  /// A text message.
  case sms
  /// A call that reads the text out.
  case voice
}

/// How far an alert is.
public enum AlertStatus: String, Sendable, Hashable, CaseIterable {
  /// Taken in; nothing was sent.
  case queued
  /// Being sent.
  case sending
  /// Nothing is left to send: Twilio has accepted or refused every delivery.
  case completed
  /// Taken back; what wasn't sent by then is not sent.
  case cancelled
}

/// Which recipients an alert is for.
public struct RecipientFilters: Sendable, Hashable {
  /// Those with at least one of these tags; all, where there are none. Each once, sorted.
  public var tags: [String]
  /// Leaves out those that are not active.
  public var activeOnly: Bool

  /// Filters by tags and activity.
  public init(tags: [String] = [], activeOnly: Bool = true) {
    self.tags = tags.eachOnceSorted
    self.activeOnly = activeOnly
  }
}

extension [String] {
  /// Each text once, in order; most lists are so already, those from the database for one.
  var eachOnceSorted: [String] {
    zip(self, dropFirst()).allSatisfy { $0 < $1 } ? self : Array(Set(self)).sorted()
  }
}
