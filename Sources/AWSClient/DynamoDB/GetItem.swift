extension DynamoDB {
  /// Reads one item.
  ///
  /// Source: Amazon DynamoDB API Reference, "GetItem", November 2026.
  public struct GetItem: DynamoDBOperation {
    /// Which table.
    public var table: String
    /// The item's key.
    public var key: Item
    /// Whether it reads what was written last in this region; costs twice as much.
    public var isConsistent: Bool
    /// Which attributes; nil for all.
    public var projection: Expression?

    /// States a request.
    public init(
      table: String, key: Item, isConsistent: Bool = false, projection: Expression? = nil
    ) {
      self.table = table
      self.key = key
      self.isConsistent = isConsistent
      self.projection = projection
    }

    /// Yes: it changes nothing.
    public var isIdempotent: Bool { true }

    /// What there is.
    public struct Answer: Sendable, Hashable, Decodable {
      /// The item, or nil where there is none.
      public let item: Item?

      private enum CodingKeys: String, CodingKey {
        case item = "Item"
      }
    }
  }
}

extension DynamoDB.GetItem {
  private enum CodingKeys: String, CodingKey {
    case table = "TableName"
    case key = "Key"
    case isConsistent = "ConsistentRead"
    case projection = "ProjectionExpression"
  }

  /// Writes the request.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(table, forKey: .table)
    try container.encode(key, forKey: .key)
    try container.encode(isConsistent, forKey: .isConsistent)
    try container.encodeIfPresent(projection?.text, forKey: .projection)
    try ExpressionAttributes(projection).encode(to: encoder)
  }
}
