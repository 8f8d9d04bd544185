extension SQS {
  /// Takes messages from a queue: nobody else sees them until their visibility times out.
  ///
  /// Where the answer is lost, its messages come back after that time, with one more receive counted.
  ///
  /// Source: Amazon SQS API Reference, "ReceiveMessage", November 2026.
  public struct ReceiveMessage: SQSOperation {
    /// Which queue.
    public var queueURL: String
    /// At most 10.
    public var maximum: Int
    /// How long to wait where the queue is empty, at most 20. The call may take so much longer.
    public var waitSeconds: Int
    /// How long nobody else sees them; nil for the queue's own time.
    public var visibilitySeconds: Int?
    /// Which message attributes to return; `All` for all.
    public var attributeNames: [String]
    private let systemAttributeNames = ["ApproximateReceiveCount", "SentTimestamp"]

    /// States a request.
    public init(
      queueURL: String, maximum: Int = 10, waitSeconds: Int = 20, visibilitySeconds: Int? = nil,
      attributeNames: [String] = ["All"]
    ) {
      self.queueURL = queueURL
      self.maximum = maximum
      self.waitSeconds = waitSeconds
      self.visibilitySeconds = visibilitySeconds
      self.attributeNames = attributeNames
    }

    /// Yes: what a lost answer held comes again.
    public var isIdempotent: Bool { true }
    /// The wait for a message.
    public var wait: Duration { .seconds(waitSeconds) }

    private enum CodingKeys: String, CodingKey {
      case queueURL = "QueueUrl"
      case maximum = "MaxNumberOfMessages"
      case waitSeconds = "WaitTimeSeconds"
      case visibilitySeconds = "VisibilityTimeout"
      case attributeNames = "MessageAttributeNames"
      case systemAttributeNames = "MessageSystemAttributeNames"
    }

    /// What was there.
    public struct Answer: Sendable, Hashable, Decodable {
      /// The messages; none where the queue stayed empty.
      public let messages: [Message]

      /// Reads an answer, which leaves an empty list out.
      public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        messages = try container.decodeIfPresent([Message].self, forKey: .messages) ?? []
      }

      private enum CodingKeys: String, CodingKey {
        case messages = "Messages"
      }
    }
  }

  /// A message that was received.
  public struct Message: Sendable, Hashable {
    /// SQS's own id of it.
    public let id: String
    /// Names this receive of it: deletes it, or changes its visibility.
    public let receiptHandle: String
    /// What was sent.
    public let body: String
    /// What was sent beside it; values of bytes are left out.
    public let attributes: [String: MessageAttribute]
    /// How often it was received, this time included.
    public let receiveCount: Int
    /// When it was sent, in milliseconds since 1970.
    public let sentMilliseconds: Int
  }
}

extension SQS.Message: Decodable {
  fileprivate enum CodingKeys: String, CodingKey {
    case id = "MessageId"
    case receiptHandle = "ReceiptHandle"
    case body = "Body"
    case attributes = "MessageAttributes"
    case systemAttributes = "Attributes"
  }

  private struct Attribute: Decodable {
    var DataType: String
    var StringValue: String?
  }

  /// Reads a message.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    receiptHandle = try container.decode(String.self, forKey: .receiptHandle)
    body = try container.decode(String.self, forKey: .body)
    attributes =
      try container.decodeIfPresent([String: Attribute].self, forKey: .attributes)?
      .compactMapValues { attribute in
        attribute.StringValue.map { SQS.MessageAttribute(dataType: attribute.DataType, $0) }
      } ?? [:]
    let system = try container.decode([String: String].self, forKey: .systemAttributes)
    receiveCount = try number("ApproximateReceiveCount", in: system, container)
    sentMilliseconds = try number("SentTimestamp", in: system, container)
  }
}

private func number(
  _ name: String, in attributes: [String: String],
  _ container: KeyedDecodingContainer<SQS.Message.CodingKeys>
) throws -> Int {
  guard let number = attributes[name].flatMap({ Int($0) }) else {
    throw DecodingError.dataCorruptedError(
      forKey: .systemAttributes, in: container, debugDescription: "\(name) is no number")
  }
  return number
}
