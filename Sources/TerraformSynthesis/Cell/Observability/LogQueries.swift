import CellContract
import CellModel
import SourceLocations
import TerraformAWS
import TerraformDocument

/// A question that people ask of log groups, saved under a name.
private struct LogQuery {
  let block: String
  let name: String
  /// Whose lines it reads.
  let services: [ServiceName]
  let lines: [String]
}

extension TerraformComponent {
  /// Saves queries of CloudWatch Logs Insights, in a folder of the cell's name.
  mutating func addLogQueries(
    of cell: ResolvedCell, in groups: [ServiceName: AWS.CloudWatchLogGroup.Attributes]
  ) {
    for query in LogQuery.all {
      let services = cell.cluster.services.filter { query.services.contains($0.value.name) }
      guard let first = services.first else { continue }
      add(
        Resource(AWS.CloudWatchQueryDefinition.self, query.block) {
          $0.name = Argument("\(cell.scope.prefix)/\(query.name)")
          $0.queryString = Argument(query.lines.joined(separator: "\n| "))
          $0.logGroupNames = Argument(services.compactMap { groups[$0.value.name]?.name })
        }, because: "a question that people ask of the services' logs, saved: \(query.name)",
        at: first.location)
    }
  }
}

extension LogQuery {
  /// The overview's query looks for the text `5xx`, which no line has: the status is in a field.
  fileprivate static let all = [
    LogQuery(
      block: "server_errors", name: "5xx answers", services: [.api],
      lines: [
        "fields @timestamp, @message", "filter \(LogField.status.rawValue) >= 500",
        "stats count() by bin(5m)",
      ]),
    LogQuery(
      block: "errors", name: "errors by service", services: ServiceName.allCases,
      lines: [
        "filter \(LogField.level.rawValue) in [\(failures)]",
        "stats count() as errors by \(LogField.service.rawValue), bin(5m)",
      ]),
    LogQuery(
      block: "slow_requests", name: "requests over a second", services: [.api],
      lines: [
        "fields @timestamp, \(LogField.route.rawValue), \(LogField.status.rawValue), "
          + LogField.duration.rawValue,
        "filter \(LogField.duration.rawValue) > 1000",
        "sort \(LogField.duration.rawValue) desc", "limit 100",
      ]),
    LogQuery(
      block: "alert_deliveries", name: "deliveries of an alert", services: [.api, .worker],
      lines: [
        "fields @timestamp, \(LogField.service.rawValue), \(LogField.delivery.rawValue), "
          + LogField.message.rawValue,
        "filter \(LogField.alert.rawValue) = \"put the alert's ID here\"", "sort @timestamp asc",
        "limit 1000",
      ]),
  ]

  private static var failures: String {
    LogLevel.failures.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
  }
}
