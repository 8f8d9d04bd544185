import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformDocument

/// What Aurora says of a cell's cluster.
///
/// Source of names, units and dimensions: Amazon Aurora User Guide, "Amazon CloudWatch metrics for
/// Amazon Aurora" and "Amazon CloudWatch dimensions for Aurora", 2026-11.
extension DatabaseCluster {
  /// A metric of the cluster as a whole.
  func metric(
    _ name: String, _ statistic: CloudWatchMetric.Statistic, in cell: ResolvedCell
  ) -> CloudWatchMetric {
    CloudWatchMetric("AWS/RDS", name, dimensions(in: cell), statistic)
  }

  /// How far the slowest instance is behind the one that writes, in milliseconds; without values where
  /// the cluster has one instance.
  func replicaLag(in cell: ResolvedCell) -> CloudWatchMetric {
    metric("AuroraReplicaLagMaximum", .maximum, in: cell)
  }

  /// How far the cluster is behind the one in `source`, in milliseconds; without values unless that
  /// one is the primary now.
  ///
  /// A cluster that follows reports it, in its own region; the primary does not.
  /// Source: Aurora PostgreSQL workshop of AWS, "Monitor a Global Database": metrics of
  /// `DBClusterIdentifier, SourceRegion`, in the secondary region, 2026-11.
  func globalLag(behind source: Region, in cell: ResolvedCell) -> CloudWatchMetric {
    var dimensions = dimensions(in: cell)
    dimensions["SourceRegion"] = Argument(source.name)
    return CloudWatchMetric("AWS/RDS", "AuroraGlobalDBReplicationLag", dimensions, .maximum)
  }

  private func dimensions(in cell: ResolvedCell) -> [String: Argument<String>] {
    ["DBClusterIdentifier": Argument(cell.scope.name(of: database.value.database))]
  }
}

extension ResolvedEnvironment {
  /// The regions that a cell's cluster may have to follow, by name: those of all others of its global
  /// cluster, because each may be the primary after a switchover. None for a cluster that is alone.
  func sourceRegions(of cluster: DatabaseCluster, in cell: ResolvedCell) -> [Region] {
    guard cluster.role.globalCluster != nil else { return [] }
    return sharers(of: cluster.database.value.database).map(\.region)
      .filter { $0 != cell.region }.sorted()
  }
}
