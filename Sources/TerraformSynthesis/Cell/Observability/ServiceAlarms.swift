import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

extension ResolvedCell {
  /// Alarms of the API, the worker's queue and all dead-letter queues.
  ///
  /// The other queues have no reader yet, so their depth alarms nobody.
  func serviceAlarms(behind loadBalancer: AWS.LB.Attributes) -> [MetricAlarm] {
    [
      errorRateAlarm(behind: loadBalancer),
      MetricAlarm(
        block: "sqs_queue_backup", name: scope.name(of: CellAlarm.queueBackup),
        description: """
          More than \(Queue.backlog) messages have waited for a worker for three minutes. \
          \(workersByDepth) If the depth still grows, look for failing deliveries and for workers at \
          their most on \(scope.name(of: Dashboard.worker)).
          """,
        subject: .metric(queue(.alertProcessing, "ApproximateNumberOfMessagesVisible")),
        comparison: .above, threshold: Queue.backlog, periods: 3,
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

  /// What callers are answered, as the load balancer counts it: pods that are gone count nothing.
  ///
  /// Either count has no value in a minute without such an answer; what fills it with 0 fills the
  /// latest minute too as long as its value is not there yet, so the two minutes before it are looked
  /// at as well, and one bad minute of the three is enough.
  /// Source: Amazon CloudWatch User Guide, "Using math expressions with CloudWatch metrics", `FILL`,
  /// 2026-11.
  private func errorRateAlarm(behind loadBalancer: AWS.LB.Attributes) -> MetricAlarm {
    MetricAlarm(
      block: "api_high_error_rate", name: scope.name(of: CellAlarm.apiHighErrorRate),
      description: """
        More than 10 requests in a minute were answered with 5xx, by the API or by the load balancer \
        because no pod answered. Look at the dashboard \(scope.name(of: Dashboard.api)) to see which, \
        and at the saved query "5xx answers" for the API's own; if a release went out, roll it back.
        """,
      subject: .formula(
        "FILL(pods, 0) + FILL(balancer, 0)",
        of: [
          "pods": .counted(.podServerErrors, by: loadBalancer),
          "balancer": .counted(.ownServerErrors, by: loadBalancer),
        ]),
      comparison: .above, threshold: 10, periods: 3, badPeriods: 1, missingData: .good)
  }

  /// What the depth of the worker's queue does by itself: figures of the contract and the cell.
  private var workersByDepth: String {
    let worker = cluster.services.map(\.value).first { $0.name == .worker && $0.isPods }
    guard let replicas = worker?.replicas,
      case .queueDepth(_, let messages) = ServiceName.worker.contract.autoscaling
    else { return "The cell runs no worker." }
    guard replicas.minimum < replicas.maximum else {
      return "The cell runs \(replicas.minimum) and adds none."
    }
    return """
      The autoscaler asks for one for every \(messages) messages, from \(replicas.minimum) to \
      \(replicas.maximum).
      """
  }

  /// The agent that counts nodes runs on nodes: no value means none is left, or none can report.
  var nodeAlarm: MetricAlarm {
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
}
