import JSONText

/// Where messages go that can't be settled: looked at by people, and given back by them.
public struct DeadLetterQueue: Sendable {
  private let consumer: any QueueConsumer
  private let aside: any QueueSender
  private let back: any QueueSender

  /// The dead-letter queue that `consumer` and `aside` are of, and the queue that `back` is of.
  public init(
    consumer: any QueueConsumer, aside: any QueueSender, back: any QueueSender
  ) {
    self.consumer = consumer
    self.aside = aside
    self.back = back
  }

  /// A message that was put aside.
  public struct Letter: Sendable, Hashable {
    /// The message that holds it in the dead-letter queue.
    public let message: QueueMessage
    /// What the queue held.
    public let text: String
    /// Why it was put aside; nil where SQS moved it, because it was received too often.
    public let reason: String?
  }

  /// Puts a message aside.
  public func add(_ text: String, because reason: String) async throws {
    let letter: JSONValue = ["reason": .string(reason), "message": .string(text)]
    try await aside.send(letter.json)
  }

  /// Up to ten letters; they stay hidden from others for the queue's visibility timeout, and then come
  /// back unless they are removed.
  public func receive(wait: Duration = .seconds(1)) async throws -> [Letter] {
    try await consumer.receive(maximum: 10, wait: wait).map { message in
      guard let object = try? JSONValue(reading: message.text.utf8),
        let reason = object["reason"]?.text, let text = object["message"]?.text
      else { return Letter(message: message, text: message.text, reason: nil) }
      return Letter(message: message, text: text, reason: reason)
    }
  }

  /// Gives a letter back to the queue that it came from. Ended between the two steps it is in both.
  public func giveBack(_ letter: Letter) async throws {
    try await back.send(letter.text)
    try await consumer.delete(letter.message)
  }

  /// Ends a letter.
  public func remove(_ letter: Letter) async throws { try await consumer.delete(letter.message) }

  /// Shows a letter to whoever looks next.
  public func show(_ letter: Letter) async throws {
    try await consumer.hide(letter.message, for: .zero)
  }
}
