import AWSClient

/// A queue of SQS.
struct SQSQueue: QueueConsumer, QueueSender {
  let url: String
  let client: AWSClient

  func receive(maximum: Int, wait: Duration) async throws -> [QueueMessage] {
    let answer = try await client.send(
      SQS.ReceiveMessage(
        queueURL: url, maximum: maximum, waitSeconds: Int(wait.components.seconds)))
    return answer.messages.map { message in
      QueueMessage(
        id: message.id, receipt: message.receiptHandle, text: message.body,
        receiveCount: message.receiveCount)
    }
  }

  func delete(_ message: QueueMessage) async throws {
    _ = try await client.send(
      SQS.DeleteMessage(queueURL: url, receiptHandle: message.receipt))
  }

  func hide(_ message: QueueMessage, for duration: Duration) async throws {
    _ = try await client.send(
      SQS.ChangeMessageVisibility(
        queueURL: url, receiptHandle: message.receipt,
        seconds: Int(duration.components.seconds)))
  }

  /// Ten at a time, which is what the API takes.
  func send(_ texts: [String], delay: Duration) async throws {
    let seconds = Int(delay.components.seconds)
    for part in texts.split(by: 10) {
      let entries = part.enumerated().map { number, text in
        SQS.SendMessageBatch.Entry(id: "\(number)", body: text, delaySeconds: seconds)
      }
      try await client.send(SQS.SendMessageBatch(queueURL: url, entries: entries)).throwFailures()
    }
  }
}
