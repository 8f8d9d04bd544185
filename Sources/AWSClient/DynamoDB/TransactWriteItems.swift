extension DynamoDB {
  /// Does up to 100 writes in one region, or none of them.
  ///
  /// Source: Amazon DynamoDB API Reference, "TransactWriteItems", November 2026: requests with the
  /// same token within 10 minutes are done once.
  public struct TransactWriteItems: DynamoDBOperation {
    /// A write of a transaction; what it returns is not asked for.
    public enum Action: Sendable {
      /// Writes an item.
      case put(PutItem)
      /// Changes an item.
      case update(UpdateItem)
      /// Deletes an item.
      case delete(DeleteItem)
      /// Only looks whether the condition holds.
      case check(table: String, key: Item, condition: Expression)
    }

    /// From 1 to 100, no two of the same item.
    public var actions: [Action]
    /// Unlike that of every other transaction; at most 36 characters.
    public var token: String

    /// States a transaction.
    public init(_ actions: [Action], token: String) {
      self.actions = actions
      self.token = token
    }

    /// Yes: the token tells.
    public var isIdempotent: Bool { true }
    /// Nothing.
    public typealias Answer = Void

    /// Tells a transaction that was cancelled from all else.
    public func failure(_ error: AWSError, answer: [UInt8]) -> TransactionFailure {
      TransactionFailure(error, answer: answer)
    }

    private enum CodingKeys: String, CodingKey {
      case actions = "TransactItems"
      case token = "ClientRequestToken"
    }
  }
}

extension DynamoDB.TransactWriteItems.Action: Encodable {
  private enum Kind: String, CodingKey {
    case Put, Update, Delete, ConditionCheck
  }

  private enum CheckKeys: String, CodingKey {
    case table = "TableName"
    case key = "Key"
  }

  /// Writes an object with one key, the kind of the action.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Kind.self)
    switch self {
    case .put(let put): try put.encodeAction(to: container.superEncoder(forKey: .Put))
    case .update(let update): try update.encodeAction(to: container.superEncoder(forKey: .Update))
    case .delete(let delete): try delete.encodeAction(to: container.superEncoder(forKey: .Delete))
    case .check(let table, let key, let condition):
      let encoder = container.superEncoder(forKey: .ConditionCheck)
      var check = encoder.container(keyedBy: CheckKeys.self)
      try check.encode(table, forKey: .table)
      try check.encode(key, forKey: .key)
      try DynamoDB.WriteConditions(condition, returnsOldItem: true).encode(to: encoder)
      try ExpressionAttributes(condition).encode(to: encoder)
    }
  }
}
