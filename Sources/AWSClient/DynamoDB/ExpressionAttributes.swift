import JSONText

extension JSONObject {
  /// The members that have a value; an empty one is written `.none`, because `nil` is JSON's null.
  init(request members: KeyValuePairs<String, JSONValue?>) {
    self.init(members.compactMap { name, value in value.map { (name: name, value: $0) } })
  }

  /// With these too, and all in the order of their names.
  func with(_ more: KeyValuePairs<String, JSONValue?>) -> JSONObject {
    JSONObject((members + JSONObject(request: more).members).sorted { $0.name < $1.name })
  }

  /// With a condition.
  func requiring(
    _ condition: DynamoDB.Expression?, returningItem returnsItem: Bool
  ) -> JSONObject {
    guard let condition else { return self }
    return with([
      "ConditionExpression": .string(condition.text),
      "ReturnValuesOnConditionCheckFailure":
        returnsItem ? .string(DynamoDB.ReturnValues.allOld.rawValue) : .none,
    ])
  }

  /// With names and values of all expressions of a request: DynamoDB has one list of each for them, and
  /// refuses an empty one.
  ///
  /// - Throws: ``AttributeConflict`` where two expressions mean different things by one name.
  func with(_ expressions: DynamoDB.Expression?...) throws(AttributeConflict) -> JSONObject {
    var names: [String: String] = [:]
    var values: DynamoDB.Item = [:]
    for case let expression? in expressions {
      try names.add(expression.names)
      try values.add(expression.values)
    }
    return with([
      "ExpressionAttributeNames": names.isEmpty ? .none : .sorted(names) { .string($0) },
      "ExpressionAttributeValues": values.isEmpty ? .none : values.json,
    ])
  }
}

extension JSONValue {
  /// An object with its members in the order of their names.
  static func sorted<Value>(
    _ members: [String: Value], _ json: (Value) -> JSONValue
  ) -> JSONValue {
    .object(
      JSONObject(
        members.sorted { $0.key < $1.key }.map { (name: $0.key, value: json($0.value)) }))
  }
}

extension DynamoDB.Expression? {
  var json: JSONValue? { map { .string($0.text) } }
}

extension Dictionary where Key == String, Value: Equatable {
  fileprivate mutating func add(_ others: [String: Value]) throws(AttributeConflict) {
    for (name, value) in others {
      guard (updateValue(value, forKey: name) ?? value) == value else {
        throw AttributeConflict(name: name)
      }
    }
  }
}

/// Two expressions of a request mean different things by one name.
struct AttributeConflict: Error, CustomStringConvertible {
  let name: String

  var description: String {
    "\(name) means two things in the expressions of one request; give one of them another name"
  }
}
