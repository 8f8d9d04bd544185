/// A text that is shown nowhere by accident: whoever needs it asks for ``text``.
public struct SecretText: Sendable, Hashable {
  /// The text itself.
  public let text: String

  /// Keeps a text.
  public init(_ text: String) {
    self.text = text
  }
}

extension SecretText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// That it is redacted.
  public var description: String { "(redacted)" }
  /// The same as ``description``.
  public var debugDescription: String { description }
  /// What `dump` shows: the description alone.
  public var customMirror: Mirror { Mirror(self, children: ["text": description]) }
}

extension SecretText: Codable {
  /// Reads a text.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the text itself.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
