import Foundation

extension SQS {
  /// Puts up to 10 messages into a queue, each of them at least once.
  ///
  /// Source: Amazon SQS API Reference, "SendMessageBatch", November 2026.
  public struct SendMessageBatch: SQSOperation {
    /// A message of the batch.
    public struct Entry: Sendable, Hashable {
      /// Unlike the others' of the batch: letters, digits, `-` and `_`, at most 80.
      public var id: String
      /// All bodies and attributes of a batch are at most 1 MiB.
      public var body: String
      /// Beside the body; at most 10.
      public var attributes: [String: MessageAttribute]
      /// How long nobody sees it, at most 900; nil for the queue's own delay.
      public var delaySeconds: Int?

      /// States a message.
      public init(
        id: String, body: String, attributes: [String: MessageAttribute] = [:],
        delaySeconds: Int? = nil
      ) {
        self.id = id
        self.body = body
        self.attributes = attributes
        self.delaySeconds = delaySeconds
      }
    }

    /// Which queue.
    public var queueURL: String
    /// From 1 to 10.
    public var entries: [Entry]

    /// States a batch.
    public init(queueURL: String, entries: [Entry]) {
      self.queueURL = queueURL
      self.entries = entries
    }

    /// Yes: at least once.
    public var isIdempotent: Bool { true }

    private enum CodingKeys: String, CodingKey {
      case queueURL = "QueueUrl"
      case entries = "Entries"
    }

    /// What became of each message.
    public func answer(from body: [UInt8]) throws -> BatchAnswer<SendMessage.Answer> {
      struct Sent: Decodable {
        var Id: String
        var MessageId: String
      }
      let answer = try JSONDecoder().decode(BatchAnswerBody<Sent>.self, from: Data(body))
      let sent = (answer.Successful ?? []).map { entry in
        (entry.Id, SendMessage.Answer(messageID: entry.MessageId))
      }
      return BatchAnswer(
        Dictionary(sent) { first, _ in first }, failed: answer.Failed ?? [],
        of: entries.map(\.id))
    }
  }
}

extension SQS.SendMessageBatch.Entry: Encodable {
  private enum CodingKeys: String, CodingKey {
    case id = "Id"
    case body = "MessageBody"
    case attributes = "MessageAttributes"
    case delaySeconds = "DelaySeconds"
  }
}
