/// Receiving messages from a queue and settling them.
public struct ConsumeAccess: Access {
  /// Where from.
  public let queue: Queue

  /// Receiving, settling, and looking at the depth.
  public var statements: [PolicyStatement] {
    let actions = [
      "sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes",
      "sqs:ReceiveMessage",
    ]
    return [PolicyStatement(actions, on: .queue(queue))]
  }
  /// The queue's URL.
  public var environment: [EnvironmentVariable] { [queue.url] }
  /// None: every cell has all queues.
  public var requirement: Requirement? { nil }
}

/// Sending messages to a queue directly.
public struct SendAccess: Access {
  /// Where to.
  public let queue: Queue

  /// Sending.
  public var statements: [PolicyStatement] {
    [PolicyStatement(["sqs:SendMessage"], on: .queue(queue))]
  }
  /// The queue's URL.
  public var environment: [EnvironmentVariable] { [queue.url] }
  /// None: every cell has all queues.
  public var requirement: Requirement? { nil }
}

extension Queue {
  var url: EnvironmentVariable {
    EnvironmentVariable("QUEUE", name, "URL", .queueURL(self))
  }
}

extension Access where Self == ConsumeAccess {
  /// May receive and settle messages of `queue`.
  static func consume(_ queue: Queue) -> Self { Self(queue: queue) }
}

extension Access where Self == SendAccess {
  /// May send to `queue`.
  static func send(_ queue: Queue) -> Self { Self(queue: queue) }
}
