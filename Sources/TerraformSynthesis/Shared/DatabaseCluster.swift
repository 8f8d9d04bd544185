import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations

/// An Aurora cluster that a cell owns, and its part in its database.
struct DatabaseCluster {
  /// What a cluster is when it is created; a switchover changes it later without asking us.
  enum Role: Hashable {
    /// The whole database.
    case alone
    /// The first member of a global cluster.
    case primary(of: String)
    /// A member that copies from the primary's region.
    case secondary(of: String, source: Region)

    /// Identifier of the global cluster; nil for a cluster that is alone.
    var globalCluster: String? {
      switch self {
      case .alone: nil
      case .primary(let identifier), .secondary(let identifier, _): identifier
      }
    }

    /// Whether it copies from another region.
    var follows: Bool {
      switch self {
      case .alone, .primary: false
      case .secondary: true
      }
    }
  }

  /// What was declared.
  let database: Placed<ResolvedDatabase>
  /// Its part.
  let role: Role
  /// Name of the secret that holds the master user's password.
  let masterSecret: String
}

extension ResolvedEnvironment {
  /// The clusters of `cell`: its parts of the shared databases, then its own ones.
  func databaseClusters(of cell: ResolvedCell) -> [DatabaseCluster] {
    databases.filter { cell.shares($0.value.database) }.map { shared in
      DatabaseCluster(
        database: shared, role: role(of: cell, in: shared.value.database),
        masterSecret: scope.name(of: shared.value.database.masterSecret))
    }
      + cell.databases.map { own in
        DatabaseCluster(
          database: own, role: .alone,
          masterSecret: cell.scope.masterSecretName(of: own.value.database))
      }
  }

  /// Whether `database` takes a global cluster: a rule has seen to it that no two of its cells are in
  /// one region.
  func isGlobal(_ database: Database) -> Bool { sharers(of: database).count > 1 }

  /// A rule has seen to it that the primary cell shares what several cells share.
  private func role(of cell: ResolvedCell, in database: Database) -> DatabaseCluster.Role {
    let sharers = sharers(of: database)
    guard isGlobal(database), let primary = sharers.first(where: { $0.role.value == .primary })
    else { return .alone }
    let identifier = scope.name(of: database)
    return primary.name == cell.name
      ? .primary(of: identifier) : .secondary(of: identifier, source: primary.region)
  }
}
