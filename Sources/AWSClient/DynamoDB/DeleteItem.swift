public import JSONText

extension DynamoDB {
  /// Deletes an item.
  ///
  /// Source: Amazon DynamoDB API Reference, "DeleteItem", November 2026.
  public struct DeleteItem: DynamoDBWrite {
    /// Which table.
    public var table: String
    /// The item's key.
    public var key: Item
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
      table: String, key: Item, condition: Expression? = nil, returnsItemOnFailure: Bool = true,
      returnValues: ReturnValues = .none, isIdempotent: Bool? = nil
    ) {
      self.table = table
      self.key = key
      self.condition = condition
      self.returnsItemOnFailure = returnsItemOnFailure
      self.returnValues = returnValues
      self.isIdempotent = isIdempotent ?? (condition == nil && returnValues == .none)
    }
  }
}

extension DynamoDB.DeleteItem {
  /// What a transaction wants too.
  public var action: JSONObject {
    get throws {
      try JSONObject(request: ["Key": key.json, "TableName": .string(table)])
        .requiring(condition, returningItem: returnsItemOnFailure).with(condition)
    }
  }
}
