/// Names and values of all expressions of a request: DynamoDB has one list of each for them, and
/// refuses an empty one.
struct ExpressionAttributes: Encodable {
  var ExpressionAttributeNames: [String: String]?
  var ExpressionAttributeValues: DynamoDB.Item?

  /// - Throws: ``AttributeConflict`` where two expressions mean different things by one name.
  init(_ expressions: DynamoDB.Expression?...) throws(AttributeConflict) {
    var names: [String: String] = [:]
    var values: DynamoDB.Item = [:]
    for expression in expressions.compactMap({ $0 }) {
      try names.add(expression.names)
      try values.add(expression.values)
    }
    ExpressionAttributeNames = names.isEmpty ? nil : names
    ExpressionAttributeValues = values.isEmpty ? nil : values
  }
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
