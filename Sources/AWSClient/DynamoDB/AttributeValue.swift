import Foundation

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

extension DynamoDB.AttributeValue: Codable {
  private enum Tag: String, CodingKey {
    case S, N, B, BOOL, NULL, L, M, SS
  }

  /// Writes an object with one key, the type.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Tag.self)
    switch self {
    case .string(let text): try container.encode(text, forKey: .S)
    case .number(let digits): try container.encode(digits, forKey: .N)
    case .binary(let bytes): try container.encode(Data(bytes).base64EncodedString(), forKey: .B)
    case .boolean(let value): try container.encode(value, forKey: .BOOL)
    case .null: try container.encode(true, forKey: .NULL)
    case .list(let values): try container.encode(values, forKey: .L)
    case .map(let values): try container.encode(values, forKey: .M)
    case .strings(let texts): try container.encode(texts.sorted(), forKey: .SS)
    }
  }

  /// Reads such an object.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Tag.self)
    guard let tag = container.allKeys.first, container.allKeys.count == 1 else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "a type that is not read"))
    }
    switch tag {
    case .S: self = .string(try container.decode(String.self, forKey: tag))
    case .N: self = .number(try container.decode(String.self, forKey: tag))
    case .B:
      guard let data = Data(base64Encoded: try container.decode(String.self, forKey: tag)) else {
        throw DecodingError.dataCorruptedError(
          forKey: tag, in: container, debugDescription: "no base64")
      }
      self = .binary(Array(data))
    case .BOOL: self = .boolean(try container.decode(Bool.self, forKey: tag))
    case .NULL: self = .null
    case .L: self = .list(try container.decode([Self].self, forKey: tag))
    case .M: self = .map(try container.decode([String: Self].self, forKey: tag))
    case .SS: self = .strings(Set(try container.decode([String].self, forKey: tag)))
    }
  }
}
