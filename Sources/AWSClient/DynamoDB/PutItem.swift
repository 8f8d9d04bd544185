public import JSONText

extension DynamoDB {
  /// Writes an item, in place of the one with its key.
  ///
  /// Source: Amazon DynamoDB API Reference, "PutItem", November 2026.
  public struct PutItem: DynamoDBWrite {
    /// Which table.
    public var table: String
    /// All of it.
    public var item: Item
    /// What must hold of the item as it is.
    public var condition: Expression?
    /// Whether a condition that does not hold brings the item as it is.
    public var returnsItemOnFailure: Bool
    /// Nothing, or the item as it was.
    public var returnValues: ReturnValues
    /// Whether it may be sent again after an unknown outcome: by default without a condition only.
    public var isIdempotent: Bool

    /// States a write.
    public init(
      table: String, item: Item, condition: Expression? = nil, returnsItemOnFailure: Bool = true,
      returnValues: ReturnValues = .none, isIdempotent: Bool? = nil
    ) {
      self.table = table
      self.item = item
      self.condition = condition
      self.returnsItemOnFailure = returnsItemOnFailure
      self.returnValues = returnValues
      self.isIdempotent = isIdempotent ?? (condition == nil && returnValues == .none)
    }
  }
}

extension DynamoDB.PutItem {
  /// What a transaction wants too.
  public var action: JSONObject {
    get throws {
      try JSONObject(request: ["Item": item.json, "TableName": .string(table)])
        .requiring(condition, returningItem: returnsItemOnFailure).with(condition)
    }
  }
}
