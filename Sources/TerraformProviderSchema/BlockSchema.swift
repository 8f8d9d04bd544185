/// What may stand between the braces of a block, as the provider states it.
public struct BlockSchema: Sendable, Hashable, Decodable {
  /// Arguments and attributes by name.
  public let attributes: [String: AttributeSchema]
  /// Nested blocks by name.
  public let blocks: [String: NestedBlockSchema]
  /// Whether the provider warns of its use.
  public let isDeprecated: Bool

  /// States a block.
  public init(
    attributes: [String: AttributeSchema] = [:], blocks: [String: NestedBlockSchema] = [:],
    isDeprecated: Bool = false
  ) {
    self.attributes = attributes
    self.blocks = blocks
    self.isDeprecated = isDeprecated
  }

  private enum CodingKeys: String, CodingKey {
    case attributes
    case blocks = "block_types"
    case isDeprecated = "deprecated"
  }

  /// Reads a `block` of `terraform providers schema -json`; what is empty is left out there.
  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    attributes =
      try members.decodeIfPresent([String: AttributeSchema].self, forKey: .attributes) ?? [:]
    blocks = try members.decodeIfPresent([String: NestedBlockSchema].self, forKey: .blocks) ?? [:]
    isDeprecated = try members.decodeIfPresent(Bool.self, forKey: .isDeprecated) ?? false
  }
}

/// A block inside another, and how often it may stand.
public struct NestedBlockSchema: Sendable, Hashable, Decodable {
  /// How Terraform holds the blocks of one name.
  public enum Nesting: String, Sendable, Hashable, Decodable {
    /// At most one; nil when it is left out.
    case single
    /// At most one; an empty one when it is left out.
    case group
    /// Any number, in order.
    case list
    /// Any number, unordered.
    case set
    /// Any number, each with a label.
    case map
  }

  /// What stands in it.
  public let block: BlockSchema
  /// How Terraform holds the blocks of this name.
  public let nesting: Nesting
  /// The fewest that are accepted; 0 where the block may be left out.
  public let minimum: Int
  /// The most that are accepted; nil where there is no limit.
  public let maximum: Int?

  /// States a nested block.
  public init(_ block: BlockSchema, nesting: Nesting, minimum: Int = 0, maximum: Int? = nil) {
    self.block = block
    self.nesting = nesting
    self.minimum = minimum
    self.maximum = maximum
  }

  /// Whether it stands at most once, so that a single object says it all.
  public var isSingular: Bool {
    switch nesting {
    case .single, .group: true
    case .list, .set: maximum == 1
    case .map: false
    }
  }

  private enum CodingKeys: String, CodingKey {
    case block
    case nesting = "nesting_mode"
    case minimum = "min_items"
    case maximum = "max_items"
  }

  /// Reads an element of `block_types`; a maximum of 0 or none is "no limit".
  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    block = try members.decode(BlockSchema.self, forKey: .block)
    nesting = try members.decode(Nesting.self, forKey: .nesting)
    minimum = try members.decodeIfPresent(Int.self, forKey: .minimum) ?? 0
    let limit = try members.decodeIfPresent(Int.self, forKey: .maximum) ?? 0
    maximum = limit == 0 ? nil : limit
  }
}
