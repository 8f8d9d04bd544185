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
  enum CodingKeys: String, CodingKey {
    case table = "TableName"
    case key = "Key"
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
    try DynamoDB.WriteConditions(condition, returnsOldItem: returnsItemOnFailure)
      .encode(to: encoder)
    try ExpressionAttributes(condition).encode(to: encoder)
  }
}
