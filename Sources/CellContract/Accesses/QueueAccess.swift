/// Receiving messages from a queue and settling them.
public struct ConsumeAccess: Access {
  /// Where from.
  public let queue: Queue

  public var statements: [PolicyStatement] {
    let actions = [
      "sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes",
      "sqs:ReceiveMessage",
    ]
    return [PolicyStatement(actions, on: .queue(queue))]
  }
  public var environment: [EnvironmentVariable] { [queue.url] }
  public var requirement: Requirement? { nil }
}

/// Sending messages to a queue directly.
public struct SendAccess: Access {
  /// Where to.
  public let queue: Queue

  public var statements: [PolicyStatement] {
    [PolicyStatement(["sqs:SendMessage"], on: .queue(queue))]
  }
  public var environment: [EnvironmentVariable] { [queue.url] }
  public var requirement: Requirement? { nil }
}

extension Queue {
  fileprivate var url: EnvironmentVariable {
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
