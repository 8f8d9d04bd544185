import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// A cell's alarms, and the topic through which people hear of them.
struct AlarmsComponent {
  private(set) var component: TerraformComponent

  init(_ cell: ResolvedCell, of environment: ResolvedEnvironment) {
    component = TerraformComponent("alarms", of: .cell(cell), owner: cell.name)
    let topic = component.add(
      AlarmTopic(
        block: "alarms", name: cell.scope.alarmTopic, keyAlias: cell.scope.alarmKeyAlias,
        subject: cell.name, region: cell.region), of: environment, at: cell.location)
    for alarm in cell.serviceAlarms + [cell.nodeAlarm, cell.archiveAlarm] {
      component.add(alarm, telling: topic, at: cell.location)
    }
    for cluster in environment.databaseClusters(of: cell) {
      for alarm in environment.alarms(of: cluster, in: cell) {
        component.add(alarm, telling: topic, at: cluster.database.location)
      }
    }
  }
}

extension ResolvedCell {
  /// Alarms of the API, the worker's queue and all dead-letter queues.
  ///
  /// The other queues have no reader yet, so their depth alarms nobody.
  fileprivate var serviceAlarms: [MetricAlarm] {
    [
      MetricAlarm(
        block: "api_high_error_rate", name: scope.name(of: CellAlarm.apiHighErrorRate),
        description: """
          The API answered more than 10 requests in a minute with 5xx. Look at the dashboard \
          \(scope.name(of: Dashboard.api)) and the saved query "5xx answers"; if a release went out, \
          roll it back.
          """,
        subject: .metric(CloudWatchMetric(.serverErrorCount, of: .api, in: self, .sum)),
        comparison: .above, threshold: 10, periods: 1,
        // A minute without a request has no value.
        missingData: .good),
      MetricAlarm(
        block: "sqs_queue_backup", name: scope.name(of: CellAlarm.queueBackup),
        description: """
          More than 100 messages have waited for a worker for three minutes. The autoscaler follows \
          the same depth and has started workers already; if the depth still grows, look for failing \
          deliveries or a worker at its most replicas on \(scope.name(of: Dashboard.worker)).
          """,
        subject: .metric(queue(.alertProcessing, "ApproximateNumberOfMessagesVisible")),
        comparison: .above, threshold: 100, periods: 3,
        // SQS says nothing of a queue that nobody has used for six hours. Source: Amazon SQS
        // Developer Guide, "Available CloudWatch metrics for Amazon SQS", 2026-11.
        missingData: .good),
      MetricAlarm(
        block: "sqs_old_message", name: scope.name(of: CellAlarm.oldMessage),
        description: """
          A message has waited for ten minutes. Few messages that all wait say that no worker \
          receives: look at the worker's pods and its log group.
          """,
        subject: .metric(queue(.alertProcessing, "ApproximateAgeOfOldestMessage")),
        comparison: .above, threshold: 600, periods: 3, missingData: .good),
    ]
      + Queue.all.map { queue in
        MetricAlarm(
          block: blockName(queue.deadLetterName), name: scope.name(ofDeadLettersAlarmOf: queue),
          description: """
            Messages of \(scope.name(of: queue)) failed \(queue.maximumReceives) times. Read one, find \
            out why in the log, then redrive them; they are kept for \(queue.deadLetterRetention) \
            from when they were sent.
            """,
          subject: .metric(deadLetters(of: queue)), comparison: .above, threshold: 0, period: 300,
          periods: 1, missingData: .good)
      }
  }

  /// The agent that counts nodes runs on nodes: no value means none is left, or none can report.
  fileprivate var nodeAlarm: MetricAlarm {
    MetricAlarm(
      block: "eks_node_failure", name: scope.name(of: CellAlarm.nodeFailure),
      description: """
        The cluster \(scope.cluster) has had fewer than 2 nodes for five minutes, or its CloudWatch \
        agent is gone. Look at the node groups' health and the zones' capacity; services go on with \
        what is left.
        """,
      subject: .metric(containers("cluster_node_count", .minimum)), comparison: .below,
      threshold: 2,
      periods: 5, missingData: .bad)
  }

  /// Firehose waits a quarter of an hour by itself; no lines, no values.
  ///
  /// Source: Amazon Data Firehose Developer Guide, "Monitor Amazon Data Firehose using CloudWatch
  /// metrics", `DeliveryToS3.DataFreshness`, 2026-11.
  fileprivate var archiveAlarm: MetricAlarm {
    MetricAlarm(
      block: "log_archive_delay", name: scope.name(of: CellAlarm.archiveDelay),
      description: """
        Lines have waited for over an hour to reach \(scope.logArchiveBucket). Look for the \
        reason in \(scope.logStreamErrors); Firehose tries for 24 hours before it gives up.
        """,
      subject: .metric(
        CloudWatchMetric(
          "AWS/Firehose", "DeliveryToS3.DataFreshness",
          ["DeliveryStreamName": Argument(scope.logStream)], .maximum)),
      comparison: .above, threshold: 3_600, period: 300, periods: 3, missingData: .good)
  }
}

extension ResolvedEnvironment {
  /// Alarms of one cluster of a database.
  fileprivate func alarms(of cluster: DatabaseCluster, in cell: ResolvedCell) -> [MetricAlarm] {
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

  /// Behind the primary's region. Only a cluster that follows reports it, so the alarm is silent in the
  /// primary's cell, and starts to watch when a switchover makes its cluster a follower.
  private func globalLagAlarm(
    of cluster: DatabaseCluster, in cell: ResolvedCell
  ) -> MetricAlarm {
    let database = cluster.database.value.database
    return MetricAlarm(
      block: blockName(cluster.name, "aurora_global_replication_lag"),
      name: cell.scope.name(of: .auroraGlobalReplicationLag, database),
      description: """
        \(cell.scope.name(of: database)) has been more than 5 seconds behind the primary's region for \
        three minutes: what is not copied is lost if that region is. Don't switch over now. Look for \
        a burst of writes in the primary, and at the AWS Health Dashboard.
        """,
      subject: .query(cluster.globalLagQuery(in: cell)), comparison: .above, threshold: 5_000,
      periods: 3, missingData: .good)
  }
}
