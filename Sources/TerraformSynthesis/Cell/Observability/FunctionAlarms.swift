import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformDocument

extension ResolvedCell {
  /// Alarms of services that run as functions: nobody waits for a round, and the next one is due
  /// whether or not this one did its work.
  var functionAlarms: [MetricAlarm] {
    functions.flatMap { service in
      [failureAlarm(of: service.value.name), queueAlarm(of: service.value.name)]
    }
  }

  /// Source: AWS Lambda Developer Guide, "Types of metrics for Lambda functions", `Errors`, 2026-11:
  /// rounds that ended badly or took too long.
  private func failureAlarm(of service: ServiceName) -> MetricAlarm {
    let name = scope.function(of: service)
    return MetricAlarm(
      block: blockName(service.rawValue, "failed_rounds"),
      name: scope.name(ofFailedRoundsAlarmOf: service),
      description: """
        A round of the function \(name) failed or took too long. Look for the reason in \
        \(scope.logGroup(of: service)); the next round does what this one did not.
        """,
      subject: .metric(
        CloudWatchMetric("AWS/Lambda", "Errors", ["FunctionName": Argument(name)], .sum)),
      comparison: .above, threshold: 0, period: 300, periods: 1,
      // Lambda counts when a round runs.
      missingData: .good)
  }

  /// Beside the rounds that failed, those that could not be started.
  private func queueAlarm(of service: ServiceName) -> MetricAlarm {
    let queue = scope.failedRounds(of: service)
    return MetricAlarm(
      block: blockName(service.rawValue, "failures"),
      name: scope.name(ofDeadLettersAlarmOfRoundsOf: service),
      description: """
        Rounds of the function \(scope.function(of: service)) failed or could not be started; \
        \(queue) says which and why. Read its messages and delete them: nothing repeats these rounds, \
        and the alarm ends when the queue is empty.
        """,
      subject: .metric(
        CloudWatchMetric(
          "AWS/SQS", "ApproximateNumberOfMessagesVisible", ["QueueName": Argument(queue)], .maximum)
      ),
      comparison: .above, threshold: 0, period: 300, periods: 1, missingData: .good)
  }
}
