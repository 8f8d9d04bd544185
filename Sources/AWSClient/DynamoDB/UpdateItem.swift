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
  enum CodingKeys: String, CodingKey {
    case table = "TableName"
    case key = "Key"
    case update = "UpdateExpression"
    case returnValues = "ReturnValues"
  }

  /// Writes the request.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(returnValues, forKey: .returnValues)
    try encodeAction(to: encoder)
  }

  /// Writes what a transaction wants too.
  func encodeAction(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(table, forKey: .table)
    try container.encode(key, forKey: .key)
    try container.encode(update.text, forKey: .update)
    try DynamoDB.WriteConditions(condition, returnsOldItem: returnsItemOnFailure)
      .encode(to: encoder)
    try ExpressionAttributes(update, condition).encode(to: encoder)
  }
}
