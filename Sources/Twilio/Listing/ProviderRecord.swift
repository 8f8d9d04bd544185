public import Foundation

/// A message or call as Twilio keeps it.
public struct ProviderRecord: Sendable, Hashable {
  /// Twilio's name for it.
  public let sid: String
  /// What was written; nil for calls.
  public let body: String?
  /// Twilio's word for how far it is; ``TwilioStatus`` reads it.
  public let status: String
  /// When Twilio took it, to the second.
  public let createdAt: Date
  /// What went wrong, in ``TwilioErrors``.
  public let errorCode: Int?

  /// States a record.
  public init(sid: String, body: String?, status: String, createdAt: Date, errorCode: Int?) {
    self.sid = sid
    self.body = body
    self.status = status
    self.createdAt = createdAt
    self.errorCode = errorCode
  }
}

/// Texts are not shown.
extension ProviderRecord: CustomStringConvertible, CustomReflectable {
  /// Name and status.
  public var description: String { "\(sid), \(status)" }
  /// The description alone.
  public var customMirror: Mirror { Mirror(self, children: ["record": description]) }
}
