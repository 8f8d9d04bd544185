extension DynamoDB {
  /// A value of an item.
  ///
  /// Source: Amazon DynamoDB API Reference, "AttributeValue", November 2026. Sets of numbers and of
  /// bytes are not here: reading one fails.
  public enum AttributeValue: Sendable, Hashable {
    /// `S`.
    case string(String)
    /// `N`: up to 38 digits, which no Swift number holds; see ``number(_:)-(Int)`` too.
    case number(String)
    /// `B`.
    case binary([UInt8])
    /// `BOOL`.
    case boolean(Bool)
    /// `NULL`.
    case null
    /// `L`.
    case list([AttributeValue])
    /// `M`.
    case map([String: AttributeValue])
    /// `SS`; never empty.
    case strings(Set<String>)

    /// A whole number.
    public static func number(_ number: Int) -> AttributeValue { .number("\(number)") }
  }
}

extension DynamoDB.AttributeValue {
  /// The text of a string, or nil.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// A whole number that fits, or nil.
  public var integer: Int? {
    if case .number(let digits) = self { Int(digits) } else { nil }
  }

  /// A truth value, or nil.
  public var boolean: Bool? {
    if case .boolean(let value) = self { value } else { nil }
  }
}

extension DynamoDB.AttributeValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .number(value) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
}
