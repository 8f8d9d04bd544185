/// Putting messages aside with their reason, looking at them, and giving them back.
///
/// What SQS moves by itself, because it was received too often, carries no reason.
public struct DeadLetterAccess: Access {
  /// Whose dead-letter queue.
  public let queue: Queue

  /// Sending, receiving and settling.
  public var statements: [PolicyStatement] {
    let actions = [
      "sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes",
      "sqs:ReceiveMessage", "sqs:SendMessage",
    ]
    return [PolicyStatement(actions, on: .deadLetterQueue(queue))]
  }
  /// The dead-letter queue's URL, and the queue's, where messages go back to.
  public var environment: [EnvironmentVariable] {
    [EnvironmentVariable("QUEUE", queue.deadLetterName, "URL", .deadLetterURL(queue)), queue.url]
  }
  /// None: every cell has all queues.
  public var requirement: Requirement? { nil }
}

extension Access where Self == DeadLetterAccess {
  /// May put messages of `queue` aside and give them back.
  static func deadLetters(of queue: Queue) -> Self { Self(queue: queue) }
}
