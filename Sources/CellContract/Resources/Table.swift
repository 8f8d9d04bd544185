public import CellPrimitives

/// A DynamoDB table that the cells of an environment share.
public struct Table: Sendable, Hashable {
  /// A key attribute; both of ours are strings.
  public struct Key: Sendable, Hashable {
    /// The attribute's name.
    public let attribute: String
  }

  /// Name within the environment: `deliveries`.
  public let name: String
  /// Hash key.
  public let partitionKey: Key
  /// Range key, where items share a partition.
  public let sortKey: Key?
  /// Attribute that holds the second (Unix time) after which DynamoDB may delete the item.
  public let expiryAttribute: String?
  /// How long the services keep an item, written into ``expiryAttribute``.
  public let lifetime: Period?

  /// One item per (alert, recipient, channel): the state of a delivery and its claim.
  public static let deliveries = Table(
    name: "deliveries", partitionKey: Key(attribute: "alert_id"),
    sortKey: Key(attribute: "recipient_channel"), expiryAttribute: "expires_at",
    lifetime: .days(30))
  /// One item per Hacker News story that has been seen.
  public static let stories = Table(
    name: "stories", partitionKey: Key(attribute: "story_id"), sortKey: nil,
    expiryAttribute: "expires_at", lifetime: .days(30))

  /// All tables, in the order in which they are listed.
  public static let all = [deliveries, stories]
}
