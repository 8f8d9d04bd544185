import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformDocument

extension ResolvedCell {
  /// Alarms of the way that lines take into the archive.
  var logAlarms: [MetricAlarm] {
    cluster.services.map { deliveryAlarm(of: $0.value.name) } + [archiveAlarm]
  }

  /// What CloudWatch Logs can't hand over to the stream never gets as far as the archive's own alarm.
  ///
  /// The query leaves open which other dimensions the metric has, of which AWS has added one.
  /// Source: Amazon CloudWatch Logs User Guide, "CloudWatch Logs metrics and dimensions",
  /// `DeliveryErrors`, 2026-11.
  private func deliveryAlarm(of service: ServiceName) -> MetricAlarm {
    MetricAlarm(
      block: blockName(service.rawValue, "log_delivery_errors"),
      name: scope.name(ofDeliveryErrorsAlarmOf: service),
      description: """
        CloudWatch Logs could not hand lines of \(scope.logGroup(of: service)) to \(scope.logStream). \
        It tries for 24 hours, but not at all where it may not: those lines are only in the group. Look \
        at the role \(scope.logSubscriptionRole), at the key \(scope.logsKeyAlias) and at the stream.
        """,
      subject: .query(
        "SELECT SUM(DeliveryErrors) FROM \"AWS/Logs\" "
          + "WHERE FilterName = '\(scope.archiveFilter(of: service))'"),
      comparison: .above, threshold: 0, period: 300, periods: 1, missingData: .good)
  }

  /// Firehose waits a quarter of an hour by itself; no lines, no values.
  ///
  /// Source: Amazon Data Firehose Developer Guide, "Monitor Amazon Data Firehose using CloudWatch
  /// metrics", `DeliveryToS3.DataFreshness`, 2026-11.
  private var archiveAlarm: MetricAlarm {
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
