public import JSONText

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
  }
}

extension DynamoDB.TransactWriteItems {
  /// The request.
  public var request: JSONObject {
    get throws {
      [
        "ClientRequestToken": .string(token),
        "TransactItems": .array(try actions.map { .object(try $0.json) }),
      ]
    }
  }

  /// There is nothing to read.
  public func answer(from body: [UInt8]) {}
}

extension DynamoDB.TransactWriteItems.Action {
  fileprivate var json: JSONObject {
    get throws {
      switch self {
      case .put(let put): return ["Put": .object(try put.action)]
      case .update(let update): return ["Update": .object(try update.action)]
      case .delete(let delete): return ["Delete": .object(try delete.action)]
      case .check(let table, let key, let condition):
        let check = try JSONObject(request: ["Key": key.json, "TableName": .string(table)])
          .requiring(condition, returningItem: true).with(condition)
        return ["ConditionCheck": .object(check)]
      }
    }
  }
}
