extension SQS {
  /// Asks what a queue is like, and how much is in it.
  ///
  /// Source: Amazon SQS API Reference, "GetQueueAttributes", November 2026. Counts are approximate.
  public struct GetQueueAttributes: SQSOperation {
    /// Which queue.
    public var queueURL: String
    /// Such as `ApproximateNumberOfMessages`; `All` for all.
    public var names: [String]

    /// States a request.
    public init(queueURL: String, names: [String]) {
      self.queueURL = queueURL
      self.names = names
    }

    /// Yes: it changes nothing.
    public var isIdempotent: Bool { true }

    private enum CodingKeys: String, CodingKey {
      case queueURL = "QueueUrl"
      case names = "AttributeNames"
    }

    /// What the queue is like.
    public struct Answer: Sendable, Hashable, Decodable {
      /// Values by name.
      public let attributes: [String: String]

      /// Reads an answer, which leaves an empty list out.
      public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        attributes =
          try container.decodeIfPresent([String: String].self, forKey: .attributes) ?? [:]
      }

      private enum CodingKeys: String, CodingKey {
        case attributes = "Attributes"
      }
    }
  }
}
