public import CellContract
public import Foundation
import JSONText
import Synchronization

/// Collects values of the contract's metrics and writes them in CloudWatch's embedded metric format,
/// which CloudWatch reads out of the service's log.
///
/// Source: Amazon CloudWatch User Guide, "Specification: Embedded metric format": at most 100 values of
/// a metric in an object, 2026-11.
public final class MetricRecorder: Sendable {
  private struct Series: Hashable {
    let metric: Metric
    let values: [String]
  }

  private let cell: String
  private let service: String
  private let output: LineOutput
  private let now: @Sendable () -> Date
  private let pending = Mutex<[Series: [Double]]>([:])

  /// The most values that an object may hold of one metric.
  private static let valuesLimit = 100

  /// Metrics of a service in a cell.
  public init(
    cell: String, service: ServiceName, output: LineOutput,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.cell = cell
    self.service = service.rawValue
    self.output = output
    self.now = now
  }

  /// Adds a value; `dimensions` are the values of the metric's own dimensions, in their order.
  public func record(_ metric: Metric, _ value: Double, by dimensions: String...) {
    precondition(
      dimensions.count == metric.dimensions.count,
      "\(metric.name) goes by \(metric.dimensions)")
    let series = Series(metric: metric, values: dimensions)
    let full = pending.withLock { pending -> [Double]? in
      pending[series, default: []].append(value)
      guard let values = pending[series], values.count >= Self.valuesLimit else { return nil }
      pending[series] = nil
      return values
    }
    if let full { write(series, full) }
  }

  /// Writes what was collected.
  public func flush() {
    let collected = pending.withLock { pending in
      defer { pending = [:] }
      return pending
    }
    for (series, values) in collected.sorted(by: { $0.key.metric.name < $1.key.metric.name }) {
      write(series, values)
    }
  }

  private func write(_ series: Series, _ values: [Double]) {
    let metric = series.metric
    var object: JSONObject = [
      "_aws": [
        "Timestamp": .integer(Int64(now().timeIntervalSince1970 * 1000)),
        "CloudWatchMetrics": [
          [
            "Namespace": .string(Metric.namespace),
            "Dimensions": .array(
              metric.dimensionSets.map { .array($0.map(JSONValue.string)) }),
            "Metrics": [["Name": .string(metric.name), "Unit": .string(metric.unit.rawValue)]],
          ]
        ],
      ],
      "Cell": .string(cell), "Service": .string(service),
    ]
    for (name, value) in zip(metric.dimensions, series.values) { object[name] = .string(value) }
    object[metric.name] =
      values.count == 1 ? .number(values[0]) : .array(values.map(JSONValue.number))
    output.write(JSONValue.object(object).bytes)
  }
}
