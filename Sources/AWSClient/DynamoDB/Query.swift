public import JSONText

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

    /// Reads the page.
    public func answer(from body: [UInt8]) throws -> Answer {
      let answer = try JSONValue(reading: body)
      return Answer(
        items: try DynamoDB.items(reading: answer["Items"]),
        lastEvaluatedKey: try answer["LastEvaluatedKey"].map { try DynamoDB.item(reading: $0) })
    }
  }
}

extension DynamoDB.Query {
  /// The request.
  public var request: JSONObject {
    get throws {
      try JSONObject(request: [
        "ConsistentRead": .bool(isConsistent), "ExclusiveStartKey": exclusiveStartKey.map(\.json),
        "FilterExpression": filter.json, "IndexName": index.map { .string($0) },
        "KeyConditionExpression": .string(keyCondition.text),
        "Limit": limit.map { .integer(Int64($0)) }, "ProjectionExpression": projection.json,
        "ScanIndexForward": .bool(isAscending), "TableName": .string(table),
      ]).with(keyCondition, filter, projection)
    }
  }
}
