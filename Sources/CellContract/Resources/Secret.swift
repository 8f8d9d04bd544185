/// A secret of the environment: a name and never a value.
public struct Secret: Sendable, Hashable {
  /// Name within the environment: `api-keys`.
  public let name: String
  /// What it holds, for the person who has to fill it in.
  public let purpose: String

  /// Prefix and hash of every API key.
  public static let apiKeys = Secret(
    name: "api-keys", purpose: "prefix and hash of every API key, as JSON")
  /// The key that the poller presents to the API.
  public static let pollerKey = Secret(
    name: "poller-api-key", purpose: "the API key that the poller presents, in clear")
  /// Account SID, auth token and sender numbers.
  public static let twilio = Secret(
    name: "twilio", purpose: "Twilio account SID, auth token and sender numbers, as JSON")

  /// All secrets, in the order in which they are listed.
  public static let all =
    [apiKeys, pollerKey, twilio]
    + Database.all.flatMap { [$0.applicationSecret, $0.migrationSecret] }
}
