/// A value of a YAML document that a person may read and a program must not misread.
public enum YAMLValue: Sendable, Hashable {
  /// `null`; Helm reads it as "remove the chart's default".
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A number with a fraction; a whole one is written with `.0`, and it must be finite.
  case number(Double)
  /// Text, quoted where a reader would otherwise take it for another type.
  case string(String)
  /// A list, in order.
  case sequence([YAMLValue])
  /// Keys with their values, written in this order because people read the file.
  ///
  /// A key that stands twice is refused when the document is written, never merged; as everywhere
  /// in Swift, two spellings of one text (`é` as one scalar or as two) are the same key.
  case mapping([YAMLMember])
}

/// One key of a mapping and what it is set to.
public struct YAMLMember: Sendable, Hashable {
  /// The key; it is text for every reader, also where it looks like a number.
  public let key: String
  /// What the key is set to.
  public let value: YAMLValue

  /// Sets `key` to `value`.
  public init(_ key: String, _ value: YAMLValue) {
    self.key = key
    self.value = value
  }
}
