import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformDocument

extension ResolvedCell {
  /// Firehose waits a quarter of an hour by itself; no lines, no values.
  ///
  /// Source: Amazon Data Firehose Developer Guide, "Monitor Amazon Data Firehose using CloudWatch
  /// metrics", `DeliveryToS3.DataFreshness`, 2026-11.
  var archiveAlarm: MetricAlarm {
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
