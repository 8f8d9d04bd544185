public import CellContract
public import CellModel
import CellPrimitives

/// How messages are looked at, and handed out again.
extension ResolvedCell {
  /// How many messages wait in a queue, how many are being worked on.
  public func depth(of queue: Queue) -> ShellCommand {
    ShellCommand(
      ["aws", "sqs", "get-queue-attributes", "--region", region.name],
      ["--queue-url", scope.url(of: queue)],
      [
        "--attribute-names", "ApproximateNumberOfMessages",
        "ApproximateNumberOfMessagesNotVisible",
      ])
  }

  /// One message that nobody could handle; it stays in the queue and is hidden for a minute.
  public func readDeadLetter(of queue: Queue) -> ShellCommand {
    ShellCommand(
      ["aws", "sqs", "receive-message", "--region", region.name],
      ["--queue-url", scope.deadLetterURL(of: queue)],
      ["--visibility-timeout", "60", "--message-system-attribute-names", "All"])
  }

  /// Hands the messages that nobody could handle out once more.
  ///
  /// The destination is named because a dead-letter queue also holds what its topic could not deliver,
  /// which has no queue of its own to go back to.
  /// Source: Amazon SQS API Reference, `StartMessageMoveTask`, 2026-11.
  public func redrive(_ queue: Queue) -> ShellCommand {
    ShellCommand(
      ["aws", "sqs", "start-message-move-task", "--region", region.name],
      ["--source-arn", scope.queueARN(scope.deadLetterName(of: queue))],
      ["--destination-arn", scope.queueARN(scope.name(of: queue))])
  }

  /// How far the last redrive has come.
  public func redriveProgress(of queue: Queue) -> ShellCommand {
    ShellCommand(
      ["aws", "sqs", "list-message-move-tasks", "--region", region.name],
      ["--source-arn", scope.queueARN(scope.deadLetterName(of: queue))])
  }
}

extension CellScope {
  /// URL of a queue's dead-letter queue.
  fileprivate func deadLetterURL(of queue: Queue) -> String {
    "https://sqs.\(region.name).amazonaws.com/\(environment.account)/\(deadLetterName(of: queue))"
  }
}
