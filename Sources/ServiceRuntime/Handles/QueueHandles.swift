/// Receives from one queue.
public protocol QueueConsumer: Sendable {
  /// Up to `maximum` messages, at most 10; waits for the first one up to `wait`, at most 20 s.
  ///
  /// They stay hidden from others for the queue's visibility timeout.
  func receive(maximum: Int, wait: Duration) async throws -> [QueueMessage]
  /// Ends a message.
  func delete(_ message: QueueMessage) async throws
  /// Hides a message for so long from now on; 0 hands it out again at once.
  func hide(_ message: QueueMessage, for duration: Duration) async throws
}

/// Sends to one queue.
public protocol QueueSender: Sendable {
  /// Sends messages, which appear after `delay`, at most 15 minutes; returns when the queue has all of
  /// them. A message may arrive more than once.
  func send(_ texts: [String], delay: Duration) async throws
}

extension QueueSender {
  /// Sends one message.
  public func send(_ text: String, delay: Duration = .zero) async throws {
    try await send([text], delay: delay)
  }
}

/// A message that was received.
public struct QueueMessage: Sendable, Hashable {
  /// The same each time it is received, and another one each time it is sent: no key for duplicates.
  public let id: String
  /// For settling this receipt of it.
  public let receipt: String
  /// What was sent.
  public let text: String
  /// How often it was received, this time counted.
  public let receiveCount: Int

  /// A message as a queue hands it out.
  public init(id: String, receipt: String, text: String, receiveCount: Int) {
    self.id = id
    self.receipt = receipt
    self.text = text
    self.receiveCount = receiveCount
  }
}
