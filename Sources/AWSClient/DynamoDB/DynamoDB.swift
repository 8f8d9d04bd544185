public import JSONText

/// DynamoDB.
public enum DynamoDB {
  /// Attributes by name.
  public typealias Item = [String: AttributeValue]
}

/// An operation of DynamoDB.
///
/// Services spend much of their time on these, so they write and read JSON as trees: `JSONEncoder` and
/// `JSONDecoder` take ten times as long.
public protocol DynamoDBOperation: AWSOperation {
  /// What is asked.
  var request: JSONObject { get throws }
}

extension DynamoDBOperation {
  /// DynamoDB.
  public static var service: AWSService { .dynamoDB }

  /// The request as JSON.
  public func body() throws -> [UInt8] { JSONValue.object(try request).bytes }
}

extension DynamoDB {
  /// An expression with the names (`#status`) and values (`:new`) that it speaks of.
  public struct Expression: Sendable, Hashable {
    /// Such as `#status = :new`.
    public var text: String
    /// What `#…` stands for.
    public var names: [String: String]
    /// What `:…` stands for.
    public var values: Item

    /// States an expression.
    public init(_ text: String, names: [String: String] = [:], values: Item = [:]) {
      self.text = text
      self.names = names
      self.values = values
    }
  }

  /// What a write returns of the item.
  public enum ReturnValues: String, Sendable, Hashable {
    /// Nothing.
    case none = "NONE"
    /// The whole item as it was.
    case allOld = "ALL_OLD"
    /// The whole item as it is; for updates only.
    case allNew = "ALL_NEW"
  }
}
