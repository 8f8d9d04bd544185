public import SourceLocations
public import TerraformDocument

/// A block of a root as people ask for it: a resource, something read, a named value, an output.
public struct FleetBlock: Sendable {
  /// Which block of the fleet it is.
  public struct ID: Sendable, Hashable, Comparable {
    /// The root that owns it.
    public let root: TerraformRootPath
    /// What it is called there: `aws_vpc.main`, `local.api_policy`, `output.host_name`.
    public let name: String

    /// By root, then name.
    public static func < (left: ID, right: ID) -> Bool {
      left.root == right.root
        ? left.name < right.name : left.root.description < right.root.description
    }
  }

  /// Root and name.
  public let id: ID
  /// Which part of the root it is in.
  public let component: String
  /// What it is for, in a phrase.
  public let reason: String
  /// The line that caused it.
  public let origin: SourceLocation
  /// Lines that changed its arguments since.
  public let amendments: [SourceLocation]
  /// Addresses of its own root that it refers to.
  let referenced: [TerraformAddress]
  /// The value that it publishes or reads by name; nil for most.
  let published: PublishedValue?

  /// The file that holds it, below `out/`.
  public var file: String { "\(id.root)/\(component).tf.json" }

  /// The words of its name without the last: `aws_vpc`, `data.aws_ssm_parameter`, `local`.
  public var type: String { id.name.split(separator: ".").dropLast().joined(separator: ".") }
}

extension TerraformRoot {
  /// Its blocks, in the order of the components.
  var fleetBlocks: [FleetBlock] {
    let users = usersByLocal
    var blocks: [FleetBlock] = []
    for component in components {
      blocks += component.declarations.map { declaration in
        FleetBlock(
          id: FleetBlock.ID(root: path, name: "\(declaration.address)"),
          component: component.name, reason: declaration.reason, origin: declaration.location,
          amendments: declaration.amendments, referenced: declaration.references.map(\.address),
          published: PublishedValue(declaration, in: self))
      }
      blocks += component.locals.map { local in
        FleetBlock(
          id: FleetBlock.ID(root: path, name: "local.\(local.name)"), component: component.name,
          reason: Self.reason(ofLocalUsedBy: users[local.name] ?? []), origin: local.location,
          amendments: [], referenced: addresses(in: local.value), published: nil)
      }
      blocks += component.outputs.map { output in
        FleetBlock(
          id: FleetBlock.ID(root: path, name: "output.\(output.name)"),
          component: component.name, reason: output.description, origin: output.location,
          amendments: [], referenced: addresses(in: output.value), published: nil)
      }
    }
    return blocks
  }

  /// A named value has no purpose of its own: it stands apart so that a review shows its members and
  /// not text inside text.
  private static func reason(ofLocalUsedBy users: [String]) -> String {
    guard !users.isEmpty else { return "a named value for whoever extends the root" }
    return "stands apart so that it can be read, for \(users.joined(separator: ", "))"
  }

  private var usersByLocal: [String: [String]] {
    var users: [String: [String]] = [:]
    func note(_ user: String, _ addresses: [TerraformAddress]) {
      for address in addresses where address.kind == .local {
        users[address.name, default: []].append(user)
      }
    }
    for component in components {
      for declaration in component.declarations {
        note("\(declaration.address)", declaration.references.map(\.address))
      }
      for local in component.locals { note("local.\(local.name)", addresses(in: local.value)) }
      for output in component.outputs { note("output.\(output.name)", addresses(in: output.value)) }
    }
    return users.mapValues { Set($0).sorted() }
  }

  private func addresses(in value: TerraformJSON) -> [TerraformAddress] {
    var found: Set<TerraformAddress> = []
    value.forEachReference { found.insert($0.address) }
    return found.sorted { $0.description < $1.description }
  }
}
