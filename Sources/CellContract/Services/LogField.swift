/// A field of the JSON object that is one line of a service's log.
///
/// Metric filters and saved queries read them by these names, so the object stands at the top of the
/// line: what carries lines to CloudWatch must not wrap it into another one.
public enum LogField: String, Sendable, Hashable, CaseIterable {
  /// One of ``LogLevel``.
  case level
  /// What happened, for people.
  case message
  /// The cell's name; a dimension of ``Metric/logErrors``.
  case cell
  /// The service's name; a dimension of ``Metric/logErrors``.
  case service
  /// An API's route as it is declared, without the values in it: `/alerts/{id}`.
  case route
  /// Status of a response, as a number.
  case status
  /// Milliseconds that a request or a message took, as a number.
  case duration = "duration_ms"
  /// ID of the request that an API answers.
  case request = "request_id"
  /// ID of the alert that the line is about.
  case alert = "alert_id"
  /// ID of the delivery that the line is about.
  case delivery = "delivery_id"
}

/// How much a line matters, in upper case: people look for `ERROR`.
///
/// Lines of pods up to ``debug`` go to the service's debug log group, the others to its main one.
public enum LogLevel: String, Sendable, Hashable, CaseIterable {
  case trace = "TRACE"
  case debug = "DEBUG"
  case info = "INFO"
  case notice = "NOTICE"
  case warning = "WARNING"
  case error = "ERROR"
  case critical = "CRITICAL"

  /// The levels that a service writes while somebody looks for a mistake in it.
  public static let forDebugging = [debug, trace]

  /// The levels of what went wrong.
  public static let failures = [error, critical]
}
