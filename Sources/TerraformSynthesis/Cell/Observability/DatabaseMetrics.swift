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

  /// How far the cluster is behind the primary, in milliseconds; without values in the primary.
  ///
  /// A cluster that follows reports it in its own region, under the region that it follows. Which one
  /// that is a switchover decides, so the query asks for all, and a region that comes later changes
  /// nothing here.
  /// Source: AWS Database Blog, "Monitor Amazon Aurora Global Database replication at scale using
  /// Amazon CloudWatch Metrics Insights", read 2026-11.
  func globalLagQuery(in cell: ResolvedCell) -> String {
    "SELECT MAX(AuroraGlobalDBReplicationLag) "
      + "FROM SCHEMA(\"AWS/RDS\", DBClusterIdentifier, SourceRegion) "
      + "WHERE DBClusterIdentifier = '\(cell.scope.name(of: database.value.database))'"
  }

  private func dimensions(in cell: ResolvedCell) -> [String: Argument<String>] {
    ["DBClusterIdentifier": Argument(cell.scope.name(of: database.value.database))]
  }
}
