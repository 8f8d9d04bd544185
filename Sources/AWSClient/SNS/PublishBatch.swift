extension SNS {
  /// Publishes up to 10 messages to a topic, each of them at least once.
  ///
  /// Source: Amazon SNS API Reference, "PublishBatch", November 2026.
  public struct PublishBatch: SNSOperation {
    /// A message of the batch.
    public struct Entry: Sendable, Hashable {
      /// Unlike the others' of the batch: letters, digits, `-` and `_`, at most 80.
      public var id: String
      /// All messages and attributes of a batch are at most 256 KiB.
      public var message: String
      /// Beside the message.
      public var attributes: [String: MessageAttribute]

      /// States a message.
      public init(id: String, message: String, attributes: [String: MessageAttribute] = [:]) {
        self.id = id
        self.message = message
        self.attributes = attributes
      }
    }

    /// Which topic.
    public var topicARN: String
    /// From 1 to 10.
    public var entries: [Entry]

    /// States a batch.
    public init(topicARN: String, entries: [Entry]) {
      self.topicARN = topicARN
      self.entries = entries
    }

    /// Yes: at least once.
    public var isIdempotent: Bool { true }

    /// Topic and messages.
    public var form: [FormField] {
      [FormField("TopicArn", topicARN)]
        + entries.enumerated().flatMap { place, entry in
          let prefix = "PublishBatchRequestEntries.member.\(place + 1)."
          return [
            FormField("\(prefix)Id", entry.id), FormField("\(prefix)Message", entry.message),
          ] + SNS.fields(of: entry.attributes, prefix: prefix)
        }
    }

    /// What became of each message.
    public typealias Answer = BatchAnswer<Publish.Answer>

    /// Reads what became of each message.
    public func answer(in result: XMLNode) throws -> Answer {
      let sent = try result.members(of: "Successful").map { entry in
        (try entry.text(of: "Id"), Publish.Answer(messageID: try entry.text(of: "MessageId")))
      }
      let failed = try result.members(of: "Failed").map { entry in
        BatchFailure(
          id: try entry.text(of: "Id"), code: try entry.text(of: "Code"),
          message: entry.textIfAny(of: "Message"),
          isSenderFault: try entry.text(of: "SenderFault") == "true")
      }
      return BatchAnswer(
        Dictionary(sent) { first, _ in first }, failed: failed, of: entries.map(\.id))
    }
  }
}
