public import JSONText

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
    public struct Answer: Sendable, Hashable {
      /// The item, or nil where there is none.
      public let item: Item?
    }
  }
}

extension DynamoDB.GetItem {
  /// The request.
  public var request: JSONObject {
    get throws {
      try JSONObject(request: [
        "ConsistentRead": .bool(isConsistent), "Key": key.json,
        "ProjectionExpression": projection.json, "TableName": .string(table),
      ]).with(projection)
    }
  }

  /// Reads the item.
  public func answer(from body: [UInt8]) throws -> Answer {
    Answer(item: try JSONValue(reading: body)["Item"].map { try DynamoDB.item(reading: $0) })
  }
}
