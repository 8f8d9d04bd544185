public import JSONText

extension DynamoDB {
  /// Reads up to 100 items of one table by their keys.
  ///
  /// Source: Amazon DynamoDB API Reference, "BatchGetItem", November 2026: at most 16 MB; what does
  /// not fit, or was throttled, is named in the answer.
  public struct BatchGetItem: DynamoDBOperation {
    /// Which table.
    public var table: String
    /// From 1 to 100, each once.
    public var keys: [Item]
    /// Whether it reads what was written last in this region; costs twice as much.
    public var isConsistent: Bool
    /// Which attributes; nil for all.
    public var projection: Expression?

    /// States a request.
    public init(
      table: String, keys: [Item], isConsistent: Bool = false, projection: Expression? = nil
    ) {
      self.table = table
      self.keys = keys
      self.isConsistent = isConsistent
      self.projection = projection
    }

    /// Yes: it changes nothing.
    public var isIdempotent: Bool { true }

    /// What there is.
    public struct Answer: Sendable, Hashable {
      /// The items found, in no order.
      public let items: [Item]
      /// The keys that were not looked up: ask for them again, after a pause.
      public let unprocessedKeys: [Item]
    }
  }
}

extension DynamoDB.BatchGetItem {
  /// The request.
  public var request: JSONObject {
    get throws {
      let keys = try JSONObject(request: [
        "ConsistentRead": .bool(isConsistent), "Keys": .array(keys.map(\.json)),
        "ProjectionExpression": projection.json,
      ]).with(projection)
      return ["RequestItems": [table: .object(keys)]]
    }
  }

  /// Reads the items, of whatever tables, and the keys that are left.
  public func answer(from body: [UInt8]) throws -> Answer {
    let answer = body.isEmpty ? [:] : try JSONValue(reading: body)
    return Answer(
      items: try answer["Responses"].members.flatMap { try DynamoDB.items(reading: $0.value) },
      unprocessedKeys: try answer["UnprocessedKeys"].members.flatMap {
        try DynamoDB.items(reading: $0.value["Keys"])
      })
  }
}

extension JSONValue? {
  fileprivate var members: [(name: String, value: JSONValue)] {
    guard case .object(let object) = self else { return [] }
    return object.members
  }
}
