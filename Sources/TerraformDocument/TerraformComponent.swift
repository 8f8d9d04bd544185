public import SourceLocations

/// One part of a root, written to one file: `network.tf.json`, `cluster.tf.json`.
public struct TerraformComponent: Sendable, Hashable {
  /// The file's name without its ending.
  public let name: String
  /// The root that it is a part of; references minted here are good there only.
  public let root: TerraformRootPath
  /// What `"//"` says of every block: whose it is and which part.
  public let comment: String
  /// Resources, data sources and ephemeral resources, in the order in which they were added.
  public private(set) var declarations: [TerraformDeclaration] = []
  /// Named values.
  public private(set) var locals: [TerraformLocal] = []
  /// What the root publishes from this part.
  public private(set) var outputs: [TerraformOutput] = []

  /// An empty part of `root`; `owner` is the cell, or the root's own name.
  public init(_ name: String, of root: TerraformRootPath, owner: String) {
    self.name = name
    self.root = root
    comment = "\(owner): \(name)"
  }

  /// Adds a block and returns what others can read from it.
  ///
  /// - Parameter reason: what it is for, in a phrase without a full stop.
  @discardableResult
  public mutating func add<Schema>(
    _ resource: Resource<Schema>, because reason: String, at location: SourceLocation
  ) -> Schema.Attributes {
    declarations.append(TerraformDeclaration(resource, because: reason, at: location))
    return resource.attributes(in: root)
  }

  /// Adds a block whose schema is no longer known.
  public mutating func add(_ declaration: TerraformDeclaration) {
    declarations.append(declaration)
  }

  /// The arguments of one block, or nil where this component does not have it.
  public func body(of address: TerraformAddress) -> TerraformBody? {
    declarations.first { $0.address == address }?.body
  }

  /// Replaces the arguments of one block of this component; traps where it has no such block.
  public mutating func setBody(_ body: TerraformBody, of address: TerraformAddress) {
    declarations[index(of: address)].body = body
  }

  /// The same, because the line at `location` says so.
  public mutating func amend(
    _ address: TerraformAddress, _ body: TerraformBody, at location: SourceLocation
  ) {
    declarations[index(of: address)].amend(body, at: location)
  }

  private func index(of address: TerraformAddress) -> Int {
    guard let index = declarations.firstIndex(where: { $0.address == address }) else {
      preconditionFailure("\(name) of \(root) has no \(address)")
    }
    return index
  }

  /// Adds a tag to every block that takes tags and does not have it yet.
  public mutating func tag(_ key: String, _ value: String) {
    for index in declarations.indices where declarations[index].takesTags {
      declarations[index].body.tag(key, value)
    }
  }

  /// Names a value, so that a policy stands in the file as JSON and not as text inside text.
  public mutating func local<Literal>(
    _ name: String, _ value: TerraformJSON, at location: SourceLocation
  ) -> Argument<Literal> {
    locals.append(TerraformLocal(name, value, at: location))
    return TerraformReference(TerraformAddress(.local, name: name), in: root).value()
  }

  /// Publishes a value of the root.
  public mutating func output<Literal>(
    _ name: String, _ value: Argument<Literal>, description: String, at location: SourceLocation
  ) {
    outputs.append(TerraformOutput(name, value, description: description, at: location))
  }
}

extension TerraformBody {
  /// Adds a tag, unless the tags are an expression, whose members are not known here.
  fileprivate mutating func tag(_ key: String, _ value: String) {
    switch self["tags"] ?? .object([:]) {
    case .object(let tags):
      guard tags[key] == nil else { return }
      var tags = tags
      tags[key] = .string(value)
      self["tags"] = .object(tags)
    case .null, .bool, .integer, .number, .string, .array, .expression, .templatedObject:
      break
    }
  }
}
