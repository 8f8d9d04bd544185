public import Foundation

/// Somebody who gets alerts.
public struct Recipient: Sendable, Hashable {
  /// Drawn when they were created.
  public let id: RecipientID
  /// What the caller decides.
  public var draft: RecipientDraft
  /// When they answered STOP, until they answer START; no alert is sent meanwhile, whatever the
  /// preferences say.
  public var optedOutAt: Date?
  /// When they were created.
  public let createdAt: Date
  /// When anything of it last changed.
  public var updatedAt: Date
  /// 1, and one more with each change: what `ETag` shows.
  public var version: Int64

  /// All of its parts.
  public init(
    id: RecipientID, draft: RecipientDraft, optedOutAt: Date? = nil, createdAt: Date,
    updatedAt: Date, version: Int64
  ) {
    self.id = id
    self.draft = draft
    self.optedOutAt = optedOutAt
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.version = version
  }
}

/// What a caller decides about a recipient.
public struct RecipientDraft: Sendable, Hashable {
  /// 1 to 200 characters.
  public var name: String
  /// Nobody else's: one person with two entries would get every alert twice.
  public var phoneNumber: PhoneNumber
  /// Whether they want text messages.
  public var smsEnabled: Bool
  /// Whether they want calls.
  public var voiceEnabled: Bool
  /// What they are interested in; each once, sorted; at most 50.
  public var tags: [String]
  /// Whether they get anything.
  public var isActive: Bool

  /// All of its parts.
  public init(
    name: String, phoneNumber: PhoneNumber, smsEnabled: Bool = true, voiceEnabled: Bool = false,
    tags: [String] = [], isActive: Bool = true
  ) {
    self.name = name
    self.phoneNumber = phoneNumber
    self.smsEnabled = smsEnabled
    self.voiceEnabled = voiceEnabled
    self.tags = tags.eachOnceSorted
    self.isActive = isActive
  }
}
