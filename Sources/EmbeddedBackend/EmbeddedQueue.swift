import CellContract
import CellPrimitives
import Foundation
import SQL
public import ServiceRuntime

/// A queue that behaves as one of SQS does: a message that was received is hidden for the visibility
/// timeout, and goes to the dead-letter queue when it has been received too often.
public struct EmbeddedQueue: QueueConsumer, QueueSender {
  private let queue: Queue
  /// Whether it is the queue's dead-letter queue, from which nothing moves on.
  private let isDeadLetters: Bool
  private let messages: any SQLDatabase
  private let now: @Sendable () -> Date

  /// How often a receiver that waits looks again.
  private static let interval = Duration.milliseconds(100)

  init(
    queue: Queue, isDeadLetters: Bool = false, messages: any SQLDatabase,
    now: @escaping @Sendable () -> Date
  ) {
    self.queue = queue
    self.isDeadLetters = isDeadLetters
    self.messages = messages
    self.now = now
  }

  private var name: String { isDeadLetters ? queue.deadLetterName : queue.name }

  static func prepare(_ messages: any SQLDatabase) async throws {
    try await messages.write { session in
      try session.run(
        script: """
          CREATE TABLE IF NOT EXISTS messages (
            message_id text PRIMARY KEY,
            queue text NOT NULL,
            body text NOT NULL,
            sent_at timestamptz NOT NULL,
            visible_at timestamptz NOT NULL,
            receipt text,
            receive_count bigint NOT NULL
          );
          CREATE INDEX IF NOT EXISTS messages_visible ON messages (queue, visible_at);
          """)
    }
  }

  /// Hands out what is visible, and moves what was handed out too often.
  public func receive(maximum: Int, wait: Duration) async throws -> [QueueMessage] {
    precondition((1...10).contains(maximum), "SQS hands out 1 to 10 messages at once")
    let deadline = ContinuousClock.now + wait
    while true {
      let received = try await receiveNow(maximum: maximum)
      guard received.isEmpty, ContinuousClock.now < deadline else { return received }
      try await Task.sleep(for: min(Self.interval, ContinuousClock.now.duration(to: deadline)))
    }
  }

  private func receiveNow(maximum: Int) async throws -> [QueueMessage] {
    let queue = queue
    let name = name
    let isDeadLetters = isDeadLetters
    let now = now()
    return try await messages.write { session in
      try session.execute(
        """
        DELETE FROM messages WHERE
          (queue = \(queue.name) AND sent_at < \(now - queue.retention.timeInterval))
          OR (queue = \(queue.deadLetterName)
            AND sent_at < \(now - queue.deadLetterRetention.timeInterval))
        """)
      if !isDeadLetters {
        try session.execute(
          """
          UPDATE messages SET queue = \(queue.deadLetterName), receipt = NULL, receive_count = 0
          WHERE queue = \(queue.name) AND visible_at <= \(now)
          AND receive_count >= \(queue.maximumReceives)
          """)
      }
      return try session.query(
        """
        UPDATE messages SET receive_count = receive_count + 1, receipt = \(UUID().uuidString),
          visible_at = \(now + queue.visibilityTimeout.timeInterval)
        WHERE message_id IN (
          SELECT message_id FROM messages WHERE queue = \(name) AND visible_at <= \(now)
          ORDER BY visible_at, message_id LIMIT \(maximum))
        RETURNING message_id, receipt, body, receive_count
        """
      ) {
        QueueMessage(
          id: $0.text(0), receipt: "\($0.text(0)) \($0.text(1))", text: $0.text(2),
          receiveCount: Int(try $0.integer(3)))
      }
    }
  }

  /// Removes a message, unless somebody else has received it since.
  public func delete(_ message: QueueMessage) async throws {
    try await messages.write { session in
      _ = try session.execute(
        """
        DELETE FROM messages WHERE message_id = \(message.id)
        AND message_id || ' ' || receipt = \(message.receipt)
        """)
    }
  }

  /// Hides a message, unless somebody else has received it since.
  public func hide(_ message: QueueMessage, for duration: Duration) async throws {
    let until = now() + duration.timeInterval
    try await messages.write { session in
      _ = try session.execute(
        """
        UPDATE messages SET visible_at = \(until) WHERE message_id = \(message.id)
        AND message_id || ' ' || receipt = \(message.receipt)
        """)
    }
  }

  /// Adds messages.
  public func send(_ texts: [String], delay: Duration) async throws {
    let now = now()
    let name = name
    try await messages.write { session in
      for text in texts {
        try session.add(text, to: name, at: now, visible: now + delay.timeInterval)
      }
    }
  }

  /// How many messages lie in the queue, hidden ones counted, and in its dead-letter queue.
  public func depth() async throws -> (waiting: Int, dead: Int) {
    let queue = queue
    return try await messages.read { session in
      func count(_ name: String) throws -> Int {
        try session.first("SELECT count(*) FROM messages WHERE queue = \(name)") {
          Int(try $0.integer(0))
        } ?? 0
      }
      return (try count(queue.name), try count(queue.deadLetterName))
    }
  }
}

/// A topic, which copies each message to every queue that subscribes to it.
struct EmbeddedTopic: TopicPublisher {
  let topic: Topic
  let messages: any SQLDatabase
  let now: @Sendable () -> Date

  func publish(_ message: TopicMessage) async throws {
    let now = now()
    let topic = topic
    try await messages.write { session in
      for queue in Queue.all where queue.subscription == topic {
        try session.add(message.text, to: queue.name, at: now, visible: now)
      }
    }
  }
}

extension SQLSession {
  fileprivate func add(_ text: String, to queue: String, at now: Date, visible: Date) throws {
    try execute(
      """
      INSERT INTO messages (message_id, queue, body, sent_at, visible_at, receive_count)
      VALUES (\(UUID().uuidString), \(queue), \(text), \(now), \(visible), 0)
      """)
  }
}

extension Period {
  var timeInterval: TimeInterval { TimeInterval(seconds) }
}

extension Duration {
  var timeInterval: TimeInterval {
    TimeInterval(components.seconds) + TimeInterval(components.attoseconds) / 1e18
  }
}
