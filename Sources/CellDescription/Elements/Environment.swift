public import CellPrimitives
public import SourceLocations

/// One deployment of the system: an AWS account, a domain, and the cells that serve it.
public struct Environment: Sendable {
  package let name: String
  package let account: String
  package let domain: String
  package let home: Region
  package let owner: String
  package let dataProtection: DataProtection
  package let peering: Peering
  package let elements: [Placed<EnvironmentElement>]
  package let location: SourceLocation

  /// Describes an environment.
  ///
  /// - Parameters:
  ///   - name: part of the names of everything shared: lower-case letters, digits and hyphens.
  ///   - account: the twelve digits of the AWS account; every root refuses any other.
  ///   - domain: the host name that callers use, in the environment's hosted zone.
  ///   - home: the region that keeps the state of the roots which belong to no cell. It stays when
  ///     the primary cell moves, because a state that moves has to be migrated by hand.
  ///   - owner: the team that answers for it; a tag on everything that takes tags.
  ///   - dataProtection: whether Terraform refuses to destroy what holds data.
  ///   - peering: with whose networks its own may be peered, and so must not overlap.
  public init(
    _ name: String, account: String, domain: String, home: Region, owner: String = "platform",
    dataProtection: DataProtection = .preventDestroy, peering: Peering = .fleet,
    file: String = #filePath, line: Int = #line, column: Int = #column,
    @EnvironmentBuilder _ elements: () -> [Placed<EnvironmentElement>]
  ) {
    self.name = name
    self.account = account
    self.domain = domain
    self.home = home
    self.owner = owner
    self.dataProtection = dataProtection
    self.peering = peering
    self.elements = elements()
    location = SourceLocation(file: file, line: line, column: column)
  }
}

extension Environment {
  /// The same environment with one element more.
  package func adding(_ element: Placed<EnvironmentElement>) -> Environment {
    let elements = elements + [element]
    let block = { elements }
    return Environment(
      name, account: account, domain: domain, home: home, owner: owner,
      dataProtection: dataProtection, peering: peering, file: location.file,
      line: location.line, column: location.column, block)
  }
}

/// What Terraform does when a plan would destroy something that holds data.
public enum DataProtection: Sendable, Hashable {
  /// `prevent_destroy` on every such resource: the plan fails.
  case preventDestroy
  /// The plan goes on: for environments that come and go.
  case none
}

/// With whose networks those of an environment may be peered.
///
/// Networks that are peered can't overlap, and there are 273 private /16 blocks: a fleet of more cells
/// has environments that are connected with no other.
public enum Peering: Sendable, Hashable {
  /// With those of every environment that says the same: no two of their cells share addresses.
  case fleet
  /// With its own only: its cells may have addresses that other environments use, too.
  case environment
}
