/// A metric of ours, in the namespace ``Metric/namespace``.
///
/// A service writes values in CloudWatch's embedded metric format, once a minute from every pod for
/// what is a level and not an event, so that the sum over a minute is the cell's.
public struct Metric: Sendable, Hashable {
  /// Units of CloudWatch that we use.
  public enum Unit: String, Sendable, Hashable {
    /// How many.
    case count = "Count"
    /// How long.
    case milliseconds = "Milliseconds"
  }

  /// CloudWatch namespace of all our metrics.
  public static let namespace = "BizComms"

  /// The dimensions of every metric: the cell's and the service's name.
  public static let commonDimensions = ["Cell", "Service"]

  /// Name in CloudWatch: `RequestCount`.
  public let name: String
  /// Unit of every value.
  public let unit: Unit
  /// Dimensions beside ``commonDimensions``.
  public let dimensions: [String]

  /// The sets of dimensions under which each value is published: the common ones alone, for the
  /// service as a whole, and those with all others, where there are any.
  ///
  /// CloudWatch adds nothing up over dimensions by itself, and percentiles can't be put together
  /// afterwards.
  /// Source: Amazon CloudWatch User Guide, "Metrics concepts", "Dimension combinations", 2026-11.
  public var dimensionSets: [[String]] {
    let all = Self.commonDimensions + dimensions
    return dimensions.isEmpty ? [all] : [Self.commonDimensions, all]
  }

  init(_ name: String, _ unit: Unit, by dimensions: [String] = []) {
    self.name = name
    self.unit = unit
    self.dimensions = dimensions
  }
}

/// Of the API.
extension Metric {
  /// Requests, by route.
  public static let requestCount = Metric("RequestCount", .count, by: ["Endpoint"])
  /// How long requests took, by route.
  public static let requestDuration = Metric("RequestDuration", .milliseconds, by: ["Endpoint"])
  /// Answers 400 to 499.
  public static let clientErrorCount = Metric("ClientErrorCount", .count)
  /// Answers 500 to 599.
  public static let serverErrorCount = Metric("ServerErrorCount", .count)
  /// Connections that are open; a level.
  public static let activeConnections = Metric("ActiveConnections", .count)
  /// Deliveries that Twilio reported as delivered, by channel: the API receives its callbacks.
  public static let deliveriesDelivered = Metric("DeliveriesDelivered", .count, by: ["Channel"])
  /// Deliveries that Twilio accepted and then reported as undelivered or failed, by channel.
  public static let deliveriesUndelivered = Metric(
    "DeliveriesUndelivered", .count, by: ["Channel"])
}

/// Of the worker.
extension Metric {
  /// Messages that were handled, well or badly.
  public static let messagesProcessed = Metric("MessagesProcessed", .count)
  /// How long a message took.
  public static let processingDuration = Metric("ProcessingDuration", .milliseconds)
  /// Deliveries that Twilio accepted, by channel; what became of them its callbacks say.
  public static let deliveriesSent = Metric("DeliveriesSent", .count, by: ["Channel"])
  /// Deliveries that Twilio refused, by channel.
  public static let deliveriesFailed = Metric("DeliveriesFailed", .count, by: ["Channel"])
}

/// Of the poller.
extension Metric {
  /// Stories that were new.
  public static let storiesPosted = Metric("StoriesPosted", .count)
  /// How long a round took.
  public static let pollDuration = Metric("PollDuration", .milliseconds)
  /// Rounds that failed.
  public static let pollFailures = Metric("PollFailures", .count)
}

/// Of every service, without its doing.
extension Metric {
  /// Lines at one of ``LogLevel/failures``: a filter counts them in the service's log group, so no
  /// service emits it.
  public static let logErrors = Metric("LogErrors", .count)
}
