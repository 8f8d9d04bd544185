extension SNS {
  /// Publishes a message to a topic.
  ///
  /// It is sent again when its outcome is unknown, so that subscribers may get it twice: at least
  /// once is the contract of a standard topic.
  ///
  /// Source: Amazon SNS API Reference, "Publish", November 2026.
  public struct Publish: SNSOperation {
    /// Which topic.
    public var topicARN: String
    /// At most 256 KiB with the attributes.
    public var message: String
    /// Beside the message.
    public var attributes: [String: MessageAttribute]

    /// States a message.
    public init(topicARN: String, message: String, attributes: [String: MessageAttribute] = [:]) {
      self.topicARN = topicARN
      self.message = message
      self.attributes = attributes
    }

    /// Yes: at least once.
    public var isIdempotent: Bool { true }

    /// Topic, message and attributes.
    public var form: [FormField] {
      [FormField("TopicArn", topicARN), FormField("Message", message)] + SNS.fields(of: attributes)
    }

    /// What SNS made of a message.
    public struct Answer: Sendable, Hashable {
      /// SNS's own id of it; a message published again has another.
      public let messageID: String
    }

    /// The message's id.
    public func answer(in result: XMLNode) throws -> Answer {
      Answer(messageID: try result.text(of: "MessageId"))
    }
  }
}
