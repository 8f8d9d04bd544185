extension YAMLValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// A number with a fraction.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// `null`
  public init(nilLiteral: ()) { self = .null }
  /// A list.
  public init(arrayLiteral elements: YAMLValue...) { self = .sequence(elements) }
  /// A mapping in the order in which it is written here.
  public init(dictionaryLiteral elements: (String, YAMLValue)...) {
    self = .mapping(elements.map { YAMLMember($0.0, $0.1) })
  }
}
