import SourceLocations
import TerraformAWS
import TerraformDocument

/// An alarm on one metric.
struct MetricAlarm {
  /// Which side of the threshold is bad.
  enum Comparison: String {
    case above = "GreaterThanThreshold"
    case below = "LessThanThreshold"
  }

  /// What a minute without values means.
  ///
  /// Source: Amazon CloudWatch User Guide, "Configuring how CloudWatch alarms treat missing data",
  /// 2026-11.
  enum MissingData: String {
    /// All is well: the metric has values only when something happens.
    case good = "notBreaching"
    /// Something is wrong: the metric always has values, and who reports them is gone.
    case bad = "breaching"
  }

  /// Name of its block.
  let block: String
  /// Name in the account and region.
  let name: String
  /// What is wrong, and what to do about it; at most 1,024 characters.
  let description: String
  let metric: CloudWatchMetric
  let comparison: Comparison
  /// In the metric's unit.
  let threshold: Int
  /// Seconds over which the statistic is taken.
  var period = 60
  /// How many periods in a row must be bad.
  let periods: Int
  let missingData: MissingData
  /// The provider configuration of its region.
  var meta = MetaArguments()
}

extension TerraformComponent {
  /// Adds an alarm that tells `topic` when it goes off and when all is well again.
  ///
  /// The topic must be in the alarm's region.
  /// Source: Amazon CloudWatch API Reference, `PutMetricAlarm`, `AlarmActions`, 2026-11.
  @discardableResult
  mutating func add(
    _ alarm: MetricAlarm, telling topic: AWS.SNSTopic.Attributes, at location: SourceLocation
  ) -> AWS.CloudWatchMetricAlarm.Attributes {
    add(
      Resource(AWS.CloudWatchMetricAlarm.self, alarm.block, meta: alarm.meta) {
        $0.alarmName = Argument(alarm.name)
        $0.alarmDescription = Argument(alarm.description)
        $0.namespace = Argument(alarm.metric.namespace)
        $0.metricName = Argument(alarm.metric.name)
        $0.dimensions = Argument(alarm.metric.dimensions)
        switch alarm.metric.statistic {
        case .percentile: $0.extendedStatistic = Argument(alarm.metric.statistic.text)
        case .average, .maximum, .minimum, .sum:
          $0.statistic = Argument(alarm.metric.statistic.text)
        }
        $0.comparisonOperator = Argument(alarm.comparison.rawValue)
        $0.threshold = Argument(alarm.threshold)
        $0.period = Argument(alarm.period)
        $0.evaluationPeriods = Argument(alarm.periods)
        $0.datapointsToAlarm = Argument(alarm.periods)
        $0.treatMissingData = Argument(alarm.missingData.rawValue)
        $0.alarmActions = Argument([topic.arn])
        $0.okActions = Argument([topic.arn])
      }, at: location)
  }
}
