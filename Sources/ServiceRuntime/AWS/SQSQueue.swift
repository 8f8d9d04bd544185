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

  func send(_ text: String, delay: Duration) async throws {
    _ = try await client.send(
      SQS.SendMessage(queueURL: url, body: text, delaySeconds: Int(delay.components.seconds)))
  }
}
