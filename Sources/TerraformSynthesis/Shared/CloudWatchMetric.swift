import CellContract
import CellModel
import TerraformDocument

/// A metric of CloudWatch and what to make of its values: a line of a dashboard, the subject of an
/// alarm.
struct CloudWatchMetric: Hashable {
  /// What to make of the values of a period.
  enum Statistic: Hashable {
    case average, maximum, minimum, sum
    /// The value that so many percent of all values don't exceed.
    case percentile(Int)

    /// As dashboards and searches write it.
    var text: String {
      switch self {
      case .average: "Average"
      case .maximum: "Maximum"
      case .minimum: "Minimum"
      case .sum: "Sum"
      case .percentile(let percent): "p\(percent)"
      }
    }
  }

  /// `AWS/SQS`, `BizComms`.
  let namespace: String
  /// `ApproximateNumberOfMessagesVisible`
  let name: String
  /// All dimensions that the values were published with: CloudWatch finds nothing under fewer.
  let dimensions: [String: Argument<String>]
  /// What to make of them.
  let statistic: Statistic

  init(
    _ namespace: String, _ name: String, _ dimensions: [String: Argument<String>],
    _ statistic: Statistic
  ) {
    self.namespace = namespace
    self.name = name
    self.dimensions = dimensions
    self.statistic = statistic
  }

  /// One of ours, for a service of a cell as a whole.
  init(
    _ metric: Metric, of service: ServiceName, in cell: ResolvedCell, _ statistic: Statistic
  ) {
    self.init(
      Metric.namespace, metric.name,
      ["Cell": Argument(cell.name), "Service": Argument(service.rawValue)], statistic)
  }
}
