extension DynamoDB {
  /// What writing one item adds to its request, alone or in a transaction.
  struct WriteConditions: Encodable {
    var ConditionExpression: String?
    var ReturnValuesOnConditionCheckFailure: ReturnValues?

    init(_ condition: Expression?, returnsOldItem: Bool) {
      ConditionExpression = condition?.text
      ReturnValuesOnConditionCheckFailure = condition != nil && returnsOldItem ? .allOld : nil
    }
  }

  /// What a write answers.
  public struct WriteAnswer: Sendable, Hashable, Decodable {
    /// The item as it was or is, where the write asks for it.
    public let attributes: Item?

    private enum CodingKeys: String, CodingKey {
      case attributes = "Attributes"
    }
  }
}

/// Writes one item, under a condition if need be.
///
/// A write whose outcome is unknown is sent again only where that is safe. With a condition it is
/// not: the first one may have been done, and the second then finds that the condition does not
/// hold any more. Whoever can tell from the item that it was his own says so in `isIdempotent`.
public protocol DynamoDBWrite: DynamoDBOperation
where Answer == DynamoDB.WriteAnswer, Failure == DynamoDB.WriteFailure {
  /// What must hold of the item as it is.
  var condition: DynamoDB.Expression? { get }
}

extension DynamoDBWrite {
  /// Tells a condition that does not hold from all else.
  public func failure(_ error: AWSError, answer: [UInt8]) -> DynamoDB.WriteFailure {
    DynamoDB.WriteFailure(error, answer: answer)
  }
}
