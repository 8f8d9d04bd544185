public import SourceLocations

/// A block of a root whatever its type, with the place in the cells that it comes from.
public struct TerraformDeclaration: Sendable, Hashable {
  /// What it is called.
  public let address: TerraformAddress
  /// Its arguments.
  public var body: TerraformBody
  /// What Terraform itself does with it.
  public var meta: MetaArguments
  /// Whether its argument `tags` tags what it makes.
  public let takesTags: Bool
  /// What it is for, in a phrase: `encrypts data at rest`.
  ///
  /// For people who ask; it never enters the root's files.
  public let reason: String
  /// The line that caused it.
  public let location: SourceLocation
  /// Lines that changed its arguments since.
  public private(set) var amendments: [SourceLocation] = []

  /// Forgets the schema of `resource`.
  public init<Schema>(
    _ resource: Resource<Schema>, because reason: String, at location: SourceLocation
  ) {
    address = resource.address
    body = resource.arguments.body
    meta = resource.meta
    takesTags = Schema.takesTags
    self.reason = reason
    self.location = location
  }

  /// Replaces its arguments, as the line at `location` says.
  mutating func amend(_ body: TerraformBody, at location: SourceLocation) {
    self.body = body
    amendments.append(location)
  }

  /// Calls `visit` for each reference that it makes, in no particular order.
  func forEachReference(_ visit: (TerraformReference) -> Void) {
    meta.dependsOn.forEach(visit)
    body.forEachReference(visit)
  }

  /// Every reference that it makes, in a stable order.
  public var references: [TerraformReference] {
    var found: Set<TerraformReference> = []
    forEachReference { found.insert($0) }
    return found.sorted()
  }
}

/// A named value of a root: `locals { name = value }`.
public struct TerraformLocal: Sendable, Hashable {
  /// The name after `local.`.
  public let name: String
  /// What it stands for.
  public let value: TerraformJSON
  /// The line that caused it.
  public let location: SourceLocation

  /// Names a value.
  public init(_ name: String, _ value: TerraformJSON, at location: SourceLocation) {
    self.name = name
    self.value = value
    self.location = location
  }
}

/// What a root prints after an apply, and other tools read with `terraform output`.
public struct TerraformOutput: Sendable, Hashable {
  /// The name that `terraform output -raw` takes.
  public let name: String
  /// The value.
  public let value: TerraformJSON
  /// What it is for, in a sentence.
  public let description: String
  /// The line that caused it.
  public let location: SourceLocation

  /// Publishes a value.
  public init<Literal>(
    _ name: String, _ value: Argument<Literal>, description: String, at location: SourceLocation
  ) {
    self.name = name
    self.value = value.json
    self.description = description
    self.location = location
  }
}
