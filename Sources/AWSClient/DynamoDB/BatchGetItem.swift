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
  private struct Request: Encodable {
    var RequestItems: [String: Keys]
  }

  private struct Keys: Encodable {
    var request: DynamoDB.BatchGetItem

    enum CodingKeys: String, CodingKey {
      case keys = "Keys"
      case isConsistent = "ConsistentRead"
      case projection = "ProjectionExpression"
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(request.keys, forKey: .keys)
      try container.encode(request.isConsistent, forKey: .isConsistent)
      try container.encodeIfPresent(request.projection?.text, forKey: .projection)
      try ExpressionAttributes(request.projection).encode(to: encoder)
    }
  }

  /// Writes the request.
  public func encode(to encoder: any Encoder) throws {
    try Request(RequestItems: [table: Keys(request: self)]).encode(to: encoder)
  }
}

extension DynamoDB.BatchGetItem.Answer: Decodable {
  private struct Body: Decodable {
    struct Keys: Decodable {
      var Keys: [DynamoDB.Item]
    }
    var Responses: [String: [DynamoDB.Item]]?
    var UnprocessedKeys: [String: Keys]?
  }

  /// Reads an answer about one table.
  public init(from decoder: any Decoder) throws {
    let body = try Body(from: decoder)
    items = body.Responses?.values.flatMap { $0 } ?? []
    unprocessedKeys = body.UnprocessedKeys?.values.flatMap(\.Keys) ?? []
  }
}
