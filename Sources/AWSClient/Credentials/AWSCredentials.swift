public import Foundation

/// What requests are signed with. Its text shows none of it.
public struct AWSCredentials: Sendable, Hashable {
  /// Names the key; AWS writes it into its logs.
  public let accessKeyID: String
  /// Signs.
  public let secretAccessKey: String
  /// Comes with keys that expire.
  public let sessionToken: String?
  /// When AWS stops accepting them; nil for never.
  public let expiration: Date?

  /// States credentials.
  public init(
    accessKeyID: String, secretAccessKey: String, sessionToken: String? = nil,
    expiration: Date? = nil
  ) {
    self.accessKeyID = accessKeyID
    self.secretAccessKey = secretAccessKey
    self.sessionToken = sessionToken
    self.expiration = expiration
  }
}

extension AWSCredentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// When they expire, and nothing else.
  public var description: String {
    "AWSCredentials(redacted, \(expiration.map { "expire \($0.formatted(.iso8601))" } ?? "lasting"))"
  }
  /// The same as ``description``.
  public var debugDescription: String { description }
  /// What `dump` shows: the description alone.
  public var customMirror: Mirror { Mirror(self, children: ["credentials": description]) }
}
