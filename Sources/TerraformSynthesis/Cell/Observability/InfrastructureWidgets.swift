import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformDocument

extension ResolvedEnvironment {
  /// The dashboard of what a cell's services stand on.
  func infrastructureWidgets(of cell: ResolvedCell) -> [DashboardWidget] {
    databaseClusters(of: cell).flatMap { widgets(of: $0, in: cell) }
      + tables.flatMap { widgets(of: $0.value) } + cell.clusterWidgets
  }

  private func widgets(
    of cluster: DatabaseCluster, in cell: ResolvedCell
  ) -> [DashboardWidget] {
    let title = "Aurora \(cluster.name)"
    return [
      DashboardWidget(
        title: "\(title): CPU",
        lines: [.metric(cluster.metric("CPUUtilization", .maximum, in: cell), "busiest instance")],
        unit: "%", mark: (80, CellAlarm.auroraHighCPU.rawValue)),
      DashboardWidget(
        title: "\(title): connections",
        lines: [.metric(cluster.metric("DatabaseConnections", .sum, in: cell), "all instances")]),
      DashboardWidget(
        title: "\(title): IOPS",
        lines: [
          .hidden(cluster.metric("VolumeReadIOPs", .average, in: cell), as: "reads"),
          .hidden(cluster.metric("VolumeWriteIOPs", .average, in: cell), as: "writes"),
          .formula("reads / PERIOD(reads)", "reads"),
          .formula("writes / PERIOD(writes)", "writes"),
        ], period: 300, unit: "per second"),
      DashboardWidget(
        title: "\(title): replication lag",
        lines: cluster.lagLines(in: cell), unit: "ms",
        mark: (5_000, CellAlarm.auroraReplicationLag.rawValue)),
    ]
  }

  /// A global table's replica is a table of the cell's region, under the same name.
  private func widgets(of table: Table) -> [DashboardWidget] {
    func metric(_ name: String) -> CloudWatchMetric {
      CloudWatchMetric(
        "AWS/DynamoDB", name, ["TableName": Argument(scope.name(of: table))], .sum)
    }
    return [
      DashboardWidget(
        title: "DynamoDB \(table.name): capacity units per minute",
        lines: [
          .metric(metric("ConsumedReadCapacityUnits"), "read"),
          .metric(metric("ConsumedWriteCapacityUnits"), "write"),
        ]),
      DashboardWidget(
        title: "DynamoDB \(table.name): throttles",
        lines: [
          .metric(metric("ReadThrottleEvents"), "read"),
          .metric(metric("WriteThrottleEvents"), "write"),
        ]),
    ]
  }
}

extension ResolvedCell {
  fileprivate var clusterWidgets: [DashboardWidget] {
    [
      DashboardWidget(
        title: "EKS: pods",
        lines: [
          .each("Namespace", of: containers("namespace_number_of_running_pods", .average))
        ]),
      DashboardWidget(
        title: "EKS: nodes",
        lines: [
          .metric(containers("cluster_node_count", .minimum), "nodes"),
          .metric(containers("cluster_failed_node_count", .maximum), "failed"),
        ], mark: (2, CellAlarm.nodeFailure.rawValue)),
      DashboardWidget(
        title: "EKS: node utilization",
        lines: [
          .metric(containers("node_cpu_utilization", .average), "CPU"),
          .metric(containers("node_memory_utilization", .average), "memory"),
          .metric(containers("node_filesystem_utilization", .average), "disk"),
        ], unit: "%"),
    ]
  }

  /// A metric that the CloudWatch agent collects in the cluster, over the cluster as a whole.
  ///
  /// Source: Amazon CloudWatch User Guide, "Amazon EKS and Kubernetes Container Insights metrics",
  /// 2026-11.
  func containers(
    _ name: String, _ statistic: CloudWatchMetric.Statistic
  ) -> CloudWatchMetric {
    CloudWatchMetric(
      "ContainerInsights", name, ["ClusterName": Argument(scope.cluster)], statistic)
  }
}

extension DatabaseCluster {
  fileprivate func lagLines(in cell: ResolvedCell) -> [DashboardWidget.Line] {
    let replicas = DashboardWidget.Line.metric(
      replicaLag(in: cell), "readers of this region behind its writer")
    return role.globalCluster == nil
      ? [replicas] : [replicas, .formula(globalLagQuery(in: cell), "behind the primary's region")]
  }
}
