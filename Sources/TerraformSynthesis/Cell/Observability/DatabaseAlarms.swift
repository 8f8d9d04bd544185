import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformDocument

extension ResolvedEnvironment {
  /// Alarms of one cluster of a database.
  func alarms(of cluster: DatabaseCluster, in cell: ResolvedCell) -> [MetricAlarm] {
    let database = cluster.database.value.database
    let cpu = MetricAlarm(
      block: blockName(cluster.name, "aurora_high_cpu"),
      name: cell.scope.name(of: .auroraHighCPU, database),
      description: """
        An instance of \(cell.scope.name(of: database)) has used over 80% of its CPU for five \
        minutes, or says nothing any more. Look for slow queries in Performance Insights; take a \
        larger class if it stays so.
        """,
      subject: .metric(cluster.metric("CPUUtilization", .maximum, in: cell)), comparison: .above,
      threshold: 80, periods: 5,
      // An instance that runs always has values.
      missingData: .bad)
    let lag = replicaLagAlarm(of: cluster, in: cell)
    return cluster.role.globalCluster == nil
      ? [cpu, lag] : [cpu, lag, globalLagAlarm(of: cluster, in: cell)]
  }

  /// Inside the cell's own region. With one instance there is no replica: the alarm is there for the
  /// day on which there is one.
  private func replicaLagAlarm(
    of cluster: DatabaseCluster, in cell: ResolvedCell
  ) -> MetricAlarm {
    let database = cluster.database.value.database
    return MetricAlarm(
      block: blockName(cluster.name, "aurora_replication_lag"),
      name: cell.scope.name(of: .auroraReplicationLag, database),
      description: """
        A reader of \(cell.scope.name(of: database)) has been more than 5 seconds behind its writer \
        for three minutes. Look for a busy reader or a burst of writes. A cluster of one instance \
        has no reader and never alarms.
        """,
      subject: .metric(cluster.replicaLag(in: cell)), comparison: .above, threshold: 5_000,
      periods: 3,
      missingData: .good)
  }

  /// Behind the primary's region. Only a cluster that follows reports it. Where the cell leads, silence
  /// is right, and the alarm starts to watch when a switchover makes its cluster a follower. Where it
  /// follows, silence is worse than any lag: nothing is copied. After a switchover it says so of the
  /// cell that leads now, until the two cells' roles are swapped in `cells/` too.
  private func globalLagAlarm(
    of cluster: DatabaseCluster, in cell: ResolvedCell
  ) -> MetricAlarm {
    let database = cluster.database.value.database
    let name = cell.scope.name(of: database)
    let silence = """
      Where it says nothing any more, it may copy nothing at all: look at the global cluster; or it \
      leads since a switchover: swap the roles in cells/ and apply them.
      """
    return MetricAlarm(
      block: blockName(cluster.name, "aurora_global_replication_lag"),
      name: cell.scope.name(of: .auroraGlobalReplicationLag, database),
      description: """
        \(name) has been more than 5 seconds behind the primary's region for five minutes: what is not \
        copied is lost if that region is. Don't switch over now. Look for a burst of writes in the \
        primary, and at the AWS Health Dashboard.\(cluster.role.follows ? " \(silence)" : "")
        """,
      subject: .query(cluster.globalLagQuery(in: cell)), comparison: .above, threshold: 5_000,
      periods: 5, missingData: cluster.role.follows ? .bad : .good)
  }
}
