public import CellPrimitives

/// Receiving messages from a queue and settling them.
public struct ConsumeAccess: Access {
  /// Where from.
  public let queue: Queue
  /// The longest that the service holds a message before it settles it or hides it anew; the service
  /// takes its pace from here.
  public let handling: Period

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
  /// May receive and settle messages of `queue`, and settles one or hides it anew within `handling`: at
  /// least a second, and half of the time for which the queue hides it at most.
  static func consume(_ queue: Queue, handling: Period) -> Self {
    Self(queue: queue, handling: handling)
  }
}

extension Access where Self == SendAccess {
  /// May send to `queue`.
  static func send(_ queue: Queue) -> Self { Self(queue: queue) }
}
