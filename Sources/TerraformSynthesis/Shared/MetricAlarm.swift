import SourceLocations
import TerraformAWS
import TerraformDocument

/// An alarm on one metric, or on what is made of several.
struct MetricAlarm {
  /// What is watched.
  enum Subject {
    /// A metric that is known by all its dimensions.
    case metric(CloudWatchMetric)
    /// What a formula makes of metrics, which it calls by these names.
    case formula(String, of: [String: CloudWatchMetric])
    /// A metric of which some are not known here, in the language of CloudWatch Metrics Insights.
    case query(String)
  }

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
  let subject: Subject
  let comparison: Comparison
  /// In the metric's unit.
  let threshold: Int
  /// Seconds over which the statistic is taken.
  var period = 60
  /// How many periods are looked at.
  let periods: Int
  /// How many of them must be bad; all where it is nil.
  var badPeriods: Int?
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
        $0.watch(alarm.subject, every: alarm.period)
        $0.comparisonOperator = Argument(alarm.comparison.rawValue)
        $0.threshold = Argument(alarm.threshold)
        $0.evaluationPeriods = Argument(alarm.periods)
        $0.datapointsToAlarm = Argument(alarm.badPeriods ?? alarm.periods)
        $0.treatMissingData = Argument(alarm.missingData.rawValue)
        $0.alarmActions = Argument([topic.arn])
        $0.okActions = Argument([topic.arn])
      }, because: alarm.description,
      at: location)
  }
}

extension AWS.CloudWatchMetricAlarm {
  fileprivate mutating func watch(_ subject: MetricAlarm.Subject, every seconds: Int) {
    switch subject {
    case .metric(let metric):
      namespace = Argument(metric.namespace)
      metricName = Argument(metric.name)
      dimensions = Argument(metric.dimensions)
      period = Argument(seconds)
      switch metric.statistic {
      case .percentile: extendedStatistic = Argument(metric.statistic.text)
      case .average, .maximum, .minimum, .sum: statistic = Argument(metric.statistic.text)
      }
    case .formula(let text, let metrics):
      let parts = metrics.sorted { $0.key < $1.key }.map { name, metric in
        MetricQuery(named: name, of: metric, every: seconds)
      }
      let result = MetricQuery {
        $0.id = "result"
        $0.expression = Argument(text)
        $0.returnData = true
      }
      metricQuery = parts + [result]
    case .query(let text):
      metricQuery = [
        .init {
          $0.id = "query"
          $0.expression = Argument(text)
          $0.period = Argument(seconds)
          $0.returnData = true
        }
      ]
    }
  }
}

extension AWS.CloudWatchMetricAlarm.MetricQuery {
  /// A metric that a formula calls `name`.
  fileprivate init(named name: String, of metric: CloudWatchMetric, every seconds: Int) {
    self.init {
      $0.id = Argument(name)
      $0.metric = .init {
        $0.namespace = Argument(metric.namespace)
        $0.metricName = Argument(metric.name)
        $0.dimensions = Argument(metric.dimensions)
        $0.period = Argument(seconds)
        $0.stat = Argument(metric.statistic.text)
      }
    }
  }
}
