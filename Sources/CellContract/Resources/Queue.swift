public import CellPrimitives

/// An SQS queue that every cell has, with its dead-letter queue.
public struct Queue: Sendable, Hashable {
  /// Name within the cell: `alert-processing`.
  public let name: String
  /// The topic that feeds it.
  public let subscription: Topic
  /// How long a received message stays hidden before it is handed out again.
  public let visibilityTimeout: Period
  /// How often a message is handed out before it moves to the dead-letter queue.
  public let maximumReceives: Int
  /// How long a message waits to be received.
  ///
  /// Shorter than ``deadLetterRetention``: a message that moves keeps its original clock.
  /// Source: SQS Developer Guide, "Using dead-letter queues", "message retention", 2026-11.
  public let retention: Period
  /// How long a failed message waits for a person; 14 days is the most that SQS allows.
  public let deadLetterRetention: Period

  /// Name of its dead-letter queue within the cell.
  public var deadLetterName: String { "\(name)-dlq" }

  /// What the delivery worker reads.
  public static let alertProcessing = Queue(
    name: "alert-processing", subscription: .alertEvents, visibilityTimeout: .seconds(30),
    maximumReceives: 3, retention: .days(4), deadLetterRetention: .days(14))

  /// Alert events for a service that counts them; nobody reads it yet.
  public static let analytics = fanOut("analytics", of: .alertEvents)
  /// Alert events for a service that passes them on to callers; nobody reads it yet.
  public static let webhooks = fanOut("webhooks", of: .alertEvents)

  /// How many messages that wait for a worker are too many: people are told, and more workers than
  /// the least are asked for.
  public static let backlog = 100

  /// All queues, in the order in which they are listed.
  public static let all = [alertProcessing, analytics, webhooks]

  /// One more reader of a topic, on the terms of ``alertProcessing``.
  private static func fanOut(_ name: String, of topic: Topic) -> Queue {
    Queue(
      name: name, subscription: topic, visibilityTimeout: .seconds(30), maximumReceives: 3,
      retention: .days(4), deadLetterRetention: .days(14))
  }
}
