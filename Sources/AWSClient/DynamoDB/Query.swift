import JSONText

extension DynamoDB {
  /// Reads the items of one partition, in the order of their sort key, page by page.
  ///
  /// Source: Amazon DynamoDB API Reference, "Query", November 2026: a page is at most 1 MB before the
  /// filter, so that one may be empty and not the last.
  public struct Query: DynamoDBOperation, PagedOperation {
    /// Which table.
    public var table: String
    /// A secondary index; nil for the table itself.
    public var index: String?
    /// Such as `#pk = :pk AND begins_with(#sk, :prefix)`.
    public var keyCondition: Expression
    /// What else must hold; what does not is read, and paid, all the same.
    public var filter: Expression?
    /// Which attributes; nil for all.
    public var projection: Expression?
    /// Whether it reads what was written last in this region; not in global indexes.
    public var isConsistent: Bool
    /// Whether the sort key goes up.
    public var isAscending: Bool
    /// How many items a page reads at most; nil for as many as fit.
    public var limit: Int?
    /// The page starts after this key.
    public var exclusiveStartKey: Item?

    /// States a request for the first page, or for one after a key.
    public init(
      table: String, index: String? = nil, keyCondition: Expression, filter: Expression? = nil,
      projection: Expression? = nil, isConsistent: Bool = false, isAscending: Bool = true,
      limit: Int? = nil, exclusiveStartKey: Item? = nil
    ) {
      self.table = table
      self.index = index
      self.keyCondition = keyCondition
      self.filter = filter
      self.projection = projection
      self.isConsistent = isConsistent
      self.isAscending = isAscending
      self.limit = limit
      self.exclusiveStartKey = exclusiveStartKey
    }

    /// Yes: it changes nothing.
    public var isIdempotent: Bool { true }

    /// The request for the page after `answer`.
    public func following(_ answer: Answer) -> Self? {
      guard let key = answer.lastEvaluatedKey else { return nil }
      var next = self
      next.exclusiveStartKey = key
      return next
    }

    /// A page.
    public struct Answer: Sendable, Hashable {
      /// What was found.
      public let items: [Item]
      /// Where the next page starts, or nil where this is the last.
      public let lastEvaluatedKey: Item?
    }

    /// Reads the page, without `JSONDecoder`, which takes ten milliseconds for a hundred items.
    public func answer(from body: [UInt8]) throws -> Answer {
      let answer = try JSONValue(reading: body)
      guard let items = answer["Items"]?.elements else {
        throw DecodingError.keyNotFound(
          AnswerKey.items, .init(codingPath: [], debugDescription: "no list of items"))
      }
      return Answer(
        items: try items.map { try DynamoDB.item(reading: $0) },
        lastEvaluatedKey: try answer["LastEvaluatedKey"].map { try DynamoDB.item(reading: $0) })
    }

    private enum AnswerKey: String, CodingKey {
      case items = "Items"
    }
  }
}

extension DynamoDB.Query {
  private enum CodingKeys: String, CodingKey {
    case table = "TableName"
    case index = "IndexName"
    case keyCondition = "KeyConditionExpression"
    case filter = "FilterExpression"
    case projection = "ProjectionExpression"
    case isConsistent = "ConsistentRead"
    case isAscending = "ScanIndexForward"
    case limit = "Limit"
    case exclusiveStartKey = "ExclusiveStartKey"
  }

  /// Writes the request.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(table, forKey: .table)
    try container.encodeIfPresent(index, forKey: .index)
    try container.encode(keyCondition.text, forKey: .keyCondition)
    try container.encodeIfPresent(filter?.text, forKey: .filter)
    try container.encodeIfPresent(projection?.text, forKey: .projection)
    try container.encode(isConsistent, forKey: .isConsistent)
    try container.encode(isAscending, forKey: .isAscending)
    try container.encodeIfPresent(limit, forKey: .limit)
    try container.encodeIfPresent(exclusiveStartKey, forKey: .exclusiveStartKey)
    try ExpressionAttributes(keyCondition, filter, projection).encode(to: encoder)
  }
}
