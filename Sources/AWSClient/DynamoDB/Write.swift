public import JSONText

extension DynamoDB {
  /// What a write answers.
  public struct WriteAnswer: Sendable, Hashable {
    /// The item as it was or is, where the write asks for it.
    public let attributes: Item?
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
  /// The item as it was or is, or nothing.
  var returnValues: DynamoDB.ReturnValues { get }
  /// What a transaction wants too.
  var action: JSONObject { get throws }
}

extension DynamoDBWrite {
  /// The action, and what is to be answered.
  public var request: JSONObject {
    get throws {
      try action.with(["ReturnValues": .string(returnValues.rawValue)])
    }
  }

  /// Reads the item, where the write asks for it.
  public func answer(from body: [UInt8]) throws -> DynamoDB.WriteAnswer {
    // An answer that says nothing may be empty.
    let answer = body.isEmpty ? [:] : try JSONValue(reading: body)
    return DynamoDB.WriteAnswer(
      attributes: try answer["Attributes"].map { try DynamoDB.item(reading: $0) })
  }

  /// Tells a condition that does not hold from all else.
  public func failure(_ error: AWSError, answer: [UInt8]) -> DynamoDB.WriteFailure {
    DynamoDB.WriteFailure(error, answer: answer)
  }
}
