public import CellContract
public import CellDescription
public import CellPrimitives
public import SourceLocations

/// The fleet with every layer merged, every default applied and every text parsed.
///
/// Collections are sorted by name wherever order has no meaning in the description, so that the
/// order of declarations can't reach the output. Rules read this; synthesis reads it only through
/// ``ValidatedFleet``.
public struct ResolvedFleet: Sendable {
  /// By name.
  public let environments: [ResolvedEnvironment]
  /// Which of its values are stand-ins for what could not be read; none in a validated fleet.
  let unread: Set<UnreadValue>
}

/// One environment, resolved.
public struct ResolvedEnvironment: Sendable {
  /// Name and account, from which the names of everything shared follow.
  public let scope: EnvironmentScope
  /// The host name that callers use.
  public let domain: DomainName
  /// Where the state of roots that belong to no cell is kept.
  public let home: Region
  /// The team that answers for it.
  public let owner: String
  /// Whether Terraform refuses to destroy data.
  public let dataProtection: DataProtection
  /// With whose networks its own may be peered.
  public let peering: Peering
  /// The DNS zone.
  public let zone: Placed<ResolvedZone>
  /// How callers are spread over cells.
  public let routing: Placed<Routing.Policy>
  /// Who is told of alarms, in the order in which they were written; at least one.
  public let onCall: [Placed<OnCall.Endpoint>]
  /// Who may enter the clusters, by role.
  public let accessEntries: [Placed<ResolvedAccessEntry>]
  /// The repository whose workflows plan and deploy; nil where there is none.
  public let repository: Placed<ResolvedRepository>?
  /// Databases that cells share, by name.
  public let databases: [Placed<ResolvedDatabase>]
  /// Tables that cells share, by name.
  public let tables: [Placed<Table>]
  /// By name.
  public let cells: [ResolvedCell]
  /// The user's own resources in the global root, in the order in which they were written.
  public let extensions: [Placed<Extend<GlobalReferences>>]
  /// Where the environment was declared.
  public let location: SourceLocation

  /// The environment's name.
  public var name: String { scope.environment }

  /// Regions that hold a cell, by name.
  public var regions: [Region] { Set(cells.map(\.region)).sorted() }

  /// Regions in which something of the environment lives: those of the cells and its home.
  public var allRegions: [Region] { Set(cells.map(\.region) + [home]).sorted() }

  /// The cell's own host name, which its load balancer answers: `cell-use1-01.api.example.com`.
  ///
  /// A rule has seen to it that the cell's name can be a label.
  public func hostName(of cell: ResolvedCell) -> String { "\(cell.name).\(domain)" }

  /// The cells that share `database`, by name.
  public func sharers(of database: Database) -> [ResolvedCell] {
    cells.filter { $0.shares(database) }
  }

  /// The cells in the order in which they are applied: the primary first, because the others follow
  /// its data, and then by name.
  public var cellsInOrderOfApplication: [ResolvedCell] {
    cells.filter { $0.role.value == .primary } + cells.filter { $0.role.value != .primary }
  }

  /// Where the first cell whose machines may be Spot ones says so; nil where none is.
  public var spotLocation: SourceLocation? {
    cells.compactMap(\.cluster.karpenter).first { $0.value.capacity.contains(.spot) }?.location
  }

  /// The cell that writes to the shared database; a rule has seen to it that there is one.
  public var primary: ResolvedCell? { cells.first { $0.role.value == .primary } }
}

/// A hosted zone.
public struct ResolvedZone: Sendable, Hashable {
  /// The zone's name.
  public let name: DomainName
  /// Whether the global root creates it.
  public let isCreated: Bool
}

/// A database of an environment or of one cell.
public struct ResolvedDatabase: Sendable, Hashable {
  /// Which one.
  public let database: Database
  /// Engine version.
  public let version: EngineVersion
  /// Class of every instance.
  public let instance: DatabaseInstanceClass
  /// Instances in a cell's cluster.
  public let instanceCount: Int
  /// Bounds for instances of the serverless class.
  public let capacity: ServerlessCapacity
  /// How long a point in time can be restored; nil where the environment decides.
  public let backupRetention: Period?
  /// When Aurora may take it for itself.
  public let windows: DatabaseWindows
}
