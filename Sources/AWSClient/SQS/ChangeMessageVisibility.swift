extension SQS {
  /// Sets how long nobody else sees a message, from now on: 0 gives it back at once.
  ///
  /// Source: Amazon SQS API Reference, "ChangeMessageVisibility" and its batch, November 2026: at
  /// most 12 hours from the receive on.
  public struct ChangeMessageVisibility: SQSOperation {
    /// Which queue.
    public var queueURL: String
    /// Of the message's last receive.
    public var receiptHandle: String
    /// From now on.
    public var seconds: Int

    /// Names a message and a time.
    public init(queueURL: String, receiptHandle: String, seconds: Int) {
      self.queueURL = queueURL
      self.receiptHandle = receiptHandle
      self.seconds = seconds
    }

    /// Yes: the time counts from the last request.
    public var isIdempotent: Bool { true }
    /// Nothing.
    public typealias Answer = Void

    private enum CodingKeys: String, CodingKey {
      case queueURL = "QueueUrl"
      case receiptHandle = "ReceiptHandle"
      case seconds = "VisibilityTimeout"
    }
  }

  /// Sets for up to 10 messages how long nobody else sees them. The entries' ids are their places:
  /// `0`, `1`, ….
  public struct ChangeMessageVisibilityBatch: SQSOperation {
    /// A message and its time.
    public struct Entry: Sendable, Hashable {
      /// Of the message's last receive.
      public var receiptHandle: String
      /// From now on.
      public var seconds: Int

      /// Names a message and a time.
      public init(receiptHandle: String, seconds: Int) {
        self.receiptHandle = receiptHandle
        self.seconds = seconds
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

    /// Yes: the time counts from the last request.
    public var isIdempotent: Bool { true }

    /// What became of each.
    public func answer(from body: [UInt8]) throws -> BatchAnswer<Void> {
      try SQS.doneOrFailed(body, of: SQS.ids(of: entries))
    }
  }
}

extension SQS.ChangeMessageVisibilityBatch {
  private struct Request: Encodable {
    struct Entry: Encodable {
      var Id: String
      var ReceiptHandle: String
      var VisibilityTimeout: Int
    }
    var QueueUrl: String
    var Entries: [Entry]
  }

  /// Writes the request.
  public func encode(to encoder: any Encoder) throws {
    let entries = zip(SQS.ids(of: entries), entries).map { id, entry in
      Request.Entry(Id: id, ReceiptHandle: entry.receiptHandle, VisibilityTimeout: entry.seconds)
    }
    try Request(QueueUrl: queueURL, Entries: entries).encode(to: encoder)
  }
}
