/// Typed accessors over one stored body: what generated bindings adopt.
public protocol TerraformBlock: Sendable, Hashable {
  /// An empty block.
  init()
  /// What has been set.
  var body: TerraformBody { get set }
}

extension TerraformBlock {
  /// A block that `configure` fills in: `.init { $0.enabled = true }`.
  public init(_ configure: (inout Self) -> Void) {
    self.init()
    configure(&self)
  }

  /// An argument; setting nil removes it.
  public subscript<Literal>(argument name: String) -> Argument<Literal>? {
    get { body[name].map(Argument.init(json:)) }
    set { body[name] = newValue?.json }
  }

  /// A nested block that may stand once; setting nil removes it.
  public subscript<Block: TerraformBlock>(block name: String) -> Block? {
    get {
      guard case .object(let nested)? = body[name] else { return nil }
      return Block { $0.body = nested }
    }
    set { body[name] = (newValue?.body).map(TerraformJSON.object) }
  }

  /// A nested block that may repeat; an empty list removes it.
  public subscript<Block: TerraformBlock>(blocks name: String) -> [Block] {
    get {
      guard case .array(let elements)? = body[name] else { return [] }
      return elements.compactMap { element in
        guard case .object(let nested) = element else { return nil }
        return Block { $0.body = nested }
      }
    }
    set { body[name] = newValue.isEmpty ? nil : .array(newValue.map { .object($0.body) }) }
  }
}

/// The arguments of a resource, data source or ephemeral resource of one type.
public protocol TerraformSchema: TerraformBlock {
  /// What can be read from such a block once it exists.
  associatedtype Attributes: TerraformAttributes
  /// `aws_vpc`
  static var type: String { get }
  /// Resource, data source or ephemeral resource.
  static var kind: TerraformAddress.Kind { get }
  /// Whether such a block makes something that carries tags, given as its argument `tags`.
  static var takesTags: Bool { get }
}

extension TerraformSchema {
  /// Most types of the provider that take no tags say nothing.
  public static var takesTags: Bool { false }
}

/// References to the attributes of one block: `vpc.id` is `${aws_vpc.main.id}`.
public protocol TerraformAttributes: Sendable, Hashable {
  /// Attributes of the block that `reference` names.
  init(_ reference: TerraformReference)
  /// The block itself.
  var reference: TerraformReference { get }
}
