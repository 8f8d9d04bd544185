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
  enum CodingKeys: String, CodingKey {
    case table = "TableName"
    case item = "Item"
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
    try container.encode(item, forKey: .item)
    try DynamoDB.WriteConditions(condition, returnsOldItem: returnsItemOnFailure)
      .encode(to: encoder)
    try ExpressionAttributes(condition).encode(to: encoder)
  }
}
