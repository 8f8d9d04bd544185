/// A typed block of Terraform: a resource, data source or ephemeral resource, by its schema.
///
/// ```swift
/// Resource(AWS.SQSQueue.self, "orders") {
///   $0.name = "orders"
///   $0.messageRetentionSeconds = 1_209_600
/// }
/// ```
public struct Resource<Schema: TerraformSchema>: Sendable, Hashable {
  /// The block's name inside its root.
  public let name: String
  /// Its arguments.
  public var arguments: Schema
  /// What Terraform itself, not the provider, does with it.
  public var meta: MetaArguments

  /// Describes a block of the schema's type.
  public init(
    _: Schema.Type, _ name: String, meta: MetaArguments = MetaArguments(),
    _ configure: (inout Schema) -> Void
  ) {
    self.name = name
    self.meta = meta
    arguments = Schema(configure)
  }

  /// `aws_sqs_queue.orders`
  public var address: TerraformAddress {
    TerraformAddress(Schema.kind, type: Schema.type, name: name)
  }

  /// What other blocks of `root` can read from this one.
  public func attributes(in root: TerraformRootPath) -> Schema.Attributes {
    Schema.Attributes(TerraformReference(address, in: root))
  }
}

/// Arguments that Terraform gives every block, whatever its type.
///
/// Source: Terraform 1.11, "Meta-Arguments".
public struct MetaArguments: Sendable, Hashable {
  /// Alias of the provider configuration, `us-west-1` for `provider = aws.us-west-1`; nil is the
  /// root's default one.
  public var provider: String?
  /// Blocks that must exist first although no argument names them.
  public var dependsOn: [TerraformReference]
  /// Refuses every plan that would destroy the object.
  public var preventDestroy: Bool
  /// Makes the new object before the old one goes, where a change means another object.
  ///
  /// For what others hold on to, which AWS would not delete under them; both exist for a while, so
  /// the name must not be one that AWS keeps unique.
  public var createBeforeDestroy: Bool
  /// Argument names that Terraform leaves as they are found.
  public var ignoreChanges: [String]

  /// States only what differs from Terraform's defaults.
  public init(
    provider: String? = nil, dependsOn: [TerraformReference] = [], preventDestroy: Bool = false,
    createBeforeDestroy: Bool = false, ignoreChanges: [String] = []
  ) {
    self.provider = provider
    self.dependsOn = dependsOn
    self.preventDestroy = preventDestroy
    self.createBeforeDestroy = createBeforeDestroy
    self.ignoreChanges = ignoreChanges
  }

  /// These arguments as members of a block's body.
  var body: TerraformBody {
    var body: TerraformBody = [:]
    body["provider"] = provider.map { .string("aws.\($0)") }
    if !dependsOn.isEmpty {
      body["depends_on"] = .array(
        dependsOn.map(\.address.description).sorted().map(TerraformJSON.string))
    }
    var lifecycle: TerraformBody = [:]
    if preventDestroy { lifecycle["prevent_destroy"] = true }
    if createBeforeDestroy { lifecycle["create_before_destroy"] = true }
    if !ignoreChanges.isEmpty {
      lifecycle["ignore_changes"] = .array(ignoreChanges.sorted().map(TerraformJSON.string))
    }
    if !lifecycle.isEmpty { body["lifecycle"] = .object(lifecycle) }
    return body
  }
}
