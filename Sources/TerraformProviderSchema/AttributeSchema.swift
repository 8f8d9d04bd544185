/// One argument or attribute of a block, as the provider states it.
public struct AttributeSchema: Sendable, Hashable, Decodable {
  /// The type of its value.
  public let type: AttributeType
  /// Whether it must be set.
  public let isRequired: Bool
  /// Whether it may be set.
  public let isOptional: Bool
  /// Whether the provider fills it in where it isn't set.
  public let isComputed: Bool
  /// Whether the provider warns of its use.
  public let isDeprecated: Bool
  /// Whether Terraform hides its value.
  public let isSensitive: Bool
  /// Whether it can be set and never read, and so stays out of the state (Terraform 1.11).
  public let isWriteOnly: Bool

  /// States an attribute.
  public init(
    _ type: AttributeType, isRequired: Bool = false, isOptional: Bool = false,
    isComputed: Bool = false, isDeprecated: Bool = false, isSensitive: Bool = false,
    isWriteOnly: Bool = false
  ) {
    self.type = type
    self.isRequired = isRequired
    self.isOptional = isOptional
    self.isComputed = isComputed
    self.isDeprecated = isDeprecated
    self.isSensitive = isSensitive
    self.isWriteOnly = isWriteOnly
  }

  /// Whether a configuration may set it; what can't be set is computed.
  public var isSettable: Bool { isRequired || isOptional }

  private enum CodingKeys: String, CodingKey {
    case type
    case isRequired = "required"
    case isOptional = "optional"
    case isComputed = "computed"
    case isDeprecated = "deprecated"
    case isSensitive = "sensitive"
    case isWriteOnly = "write_only"
  }

  /// Reads an element of `attributes`; a flag that is false is left out there.
  ///
  /// An attribute with `nested_type` in place of `type` is read as one of any type: provider 5.100
  /// has none.
  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    func flag(_ key: CodingKeys) throws -> Bool {
      try members.decodeIfPresent(Bool.self, forKey: key) ?? false
    }
    type = try members.decodeIfPresent(AttributeType.self, forKey: .type) ?? .any
    isRequired = try flag(.isRequired)
    isOptional = try flag(.isOptional)
    isComputed = try flag(.isComputed)
    isDeprecated = try flag(.isDeprecated)
    isSensitive = try flag(.isSensitive)
    isWriteOnly = try flag(.isWriteOnly)
  }
}
