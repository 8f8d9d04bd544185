extension SQS {
  /// Puts a message into a queue.
  ///
  /// It is sent again when its outcome is unknown, so that a message may be there twice: at least
  /// once is the contract of a standard queue.
  ///
  /// Source: Amazon SQS API Reference, "SendMessage", November 2026.
  public struct SendMessage: SQSOperation {
    /// Which queue.
    public var queueURL: String
    /// At most 1 MiB with the attributes.
    public var body: String
    /// Beside the body; at most 10.
    public var attributes: [String: MessageAttribute]
    /// How long nobody sees it, at most 900; nil for the queue's own delay.
    public var delaySeconds: Int?

    /// States a message.
    public init(
      queueURL: String, body: String, attributes: [String: MessageAttribute] = [:],
      delaySeconds: Int? = nil
    ) {
      self.queueURL = queueURL
      self.body = body
      self.attributes = attributes
      self.delaySeconds = delaySeconds
    }

    /// Yes: at least once.
    public var isIdempotent: Bool { true }

    private enum CodingKeys: String, CodingKey {
      case queueURL = "QueueUrl"
      case body = "MessageBody"
      case attributes = "MessageAttributes"
      case delaySeconds = "DelaySeconds"
    }

    /// What SQS made of the message.
    public struct Answer: Sendable, Hashable, Decodable {
      /// SQS's own id of it; a message sent again has another.
      public let messageID: String

      private enum CodingKeys: String, CodingKey {
        case messageID = "MessageId"
      }
    }
  }
}
