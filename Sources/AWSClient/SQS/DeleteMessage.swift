extension SQS {
  /// Takes a message out of its queue for good.
  ///
  /// Source: Amazon SQS API Reference, "DeleteMessage" and "DeleteMessageBatch", November 2026.
  public struct DeleteMessage: SQSOperation {
    /// Which queue.
    public var queueURL: String
    /// Of the message's last receive.
    public var receiptHandle: String

    /// Names a message.
    public init(queueURL: String, receiptHandle: String) {
      self.queueURL = queueURL
      self.receiptHandle = receiptHandle
    }

    /// Yes: what is deleted stays so.
    public var isIdempotent: Bool { true }
    /// Nothing.
    public typealias Answer = Void

    private enum CodingKeys: String, CodingKey {
      case queueURL = "QueueUrl"
      case receiptHandle = "ReceiptHandle"
    }
  }

  /// Takes up to 10 messages out of their queue. The entries' ids are their places: `0`, `1`, ….
  public struct DeleteMessageBatch: SQSOperation {
    /// Which queue.
    public var queueURL: String
    /// Of each message's last receive; from 1 to 10.
    public var receiptHandles: [String]

    /// Names messages.
    public init(queueURL: String, receiptHandles: [String]) {
      self.queueURL = queueURL
      self.receiptHandles = receiptHandles
    }

    /// Yes: what is deleted stays so.
    public var isIdempotent: Bool { true }

    /// What became of each.
    public func answer(from body: [UInt8]) throws -> BatchAnswer<Void> {
      try SQS.doneOrFailed(body, of: SQS.ids(of: receiptHandles))
    }
  }
}

extension SQS.DeleteMessageBatch {
  private struct Request: Encodable {
    struct Entry: Encodable {
      var Id: String
      var ReceiptHandle: String
    }
    var QueueUrl: String
    var Entries: [Entry]
  }

  /// Writes the request.
  public func encode(to encoder: any Encoder) throws {
    let entries = zip(SQS.ids(of: receiptHandles), receiptHandles)
      .map { Request.Entry(Id: $0, ReceiptHandle: $1) }
    try Request(QueueUrl: queueURL, Entries: entries).encode(to: encoder)
  }
}
