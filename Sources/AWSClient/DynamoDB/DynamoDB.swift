/// DynamoDB.
public enum DynamoDB {
  /// Attributes by name.
  public typealias Item = [String: AttributeValue]
}

/// An operation of DynamoDB.
public protocol DynamoDBOperation: AWSJSONOperation {}

extension DynamoDBOperation {
  /// DynamoDB.
  public static var service: AWSService { .dynamoDB }
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
  public enum ReturnValues: String, Sendable, Hashable, Encodable {
    /// Nothing.
    case none = "NONE"
    /// The whole item as it was.
    case allOld = "ALL_OLD"
    /// The whole item as it is; for updates only.
    case allNew = "ALL_NEW"
  }
}
