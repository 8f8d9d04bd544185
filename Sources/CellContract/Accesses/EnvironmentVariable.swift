/// A variable that the chart sets and the service reads.
public struct EnvironmentVariable: Sendable, Hashable {
  /// The key: `BIZCOMMS_TOPIC_ALERT_EVENTS_ARN`.
  public let key: String
  /// What it is set to.
  public let value: EnvironmentValue

  init(_ kind: String, _ name: String, _ unit: String, _ value: EnvironmentValue) {
    let name = name.uppercased().replacing("-", with: "_")
    key = "BIZCOMMS_\(kind)_\(name)_\(unit)"
    self.value = value
  }
}

/// What a variable is set to, by its name in the contract; synthesis knows the text.
public enum EnvironmentValue: Sendable, Hashable {
  /// ARN of a topic of the cell.
  case topicARN(Topic)
  /// URL of a queue of the cell.
  case queueURL(Queue)
  /// URL of the dead-letter queue of a queue of the cell.
  case deadLetterURL(Queue)
  /// Full name of a table.
  case tableName(Table)
  /// Full name of a secret, under which the replica in the cell's region answers too.
  case secretName(Secret)
  /// Path of the SSM parameters `…/writer` and `…/reader`, which hold the cell's endpoints.
  ///
  /// A cluster's endpoint holds a random part, so it can't stand in generated files.
  case databaseEndpointsPath(Database)
  /// Name of the database on its server.
  case databaseName(Database)
  /// In-cluster URL of another service.
  case serviceURL(ServiceName)
  /// URL of a service at the cell's own host name, for callers outside.
  case publicURL(ServiceName)
}
