public import JSONText

extension DynamoDB {
  /// Changes attributes of an item, or makes it.
  ///
  /// Source: Amazon DynamoDB API Reference, "UpdateItem", November 2026.
  public struct UpdateItem: DynamoDBWrite {
    /// Which table.
    public var table: String
    /// The item's key.
    public var key: Item
    /// Such as `SET #status = :new`. Names and values are those of the condition too.
    public var update: Expression
    /// What must hold of the item as it is.
    public var condition: Expression?
    /// Whether a condition that does not hold brings the item as it is.
    public var returnsItemOnFailure: Bool
    /// Nothing, or the item as it was or is.
    public var returnValues: ReturnValues
    /// Whether it may be sent again after an unknown outcome: `ADD` twice adds twice.
    public var isIdempotent: Bool

    /// States a write.
    public init(
      table: String, key: Item, update: Expression, condition: Expression? = nil,
      returnsItemOnFailure: Bool = true, returnValues: ReturnValues = .none,
      isIdempotent: Bool = false
    ) {
      self.table = table
      self.key = key
      self.update = update
      self.condition = condition
      self.returnsItemOnFailure = returnsItemOnFailure
      self.returnValues = returnValues
      self.isIdempotent = isIdempotent
    }
  }
}

extension DynamoDB.UpdateItem {
  /// What a transaction wants too.
  public var action: JSONObject {
    get throws {
      try JSONObject(request: [
        "Key": key.json, "UpdateExpression": .string(update.text), "TableName": .string(table),
      ])
      .requiring(condition, returningItem: returnsItemOnFailure).with(update, condition)
    }
  }
}
