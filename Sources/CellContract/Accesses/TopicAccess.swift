/// Publishing to a topic.
public struct PublishAccess: Access {
  /// Where to.
  public let topic: Topic

  /// Publishing.
  public var statements: [PolicyStatement] {
    [PolicyStatement(["sns:Publish"], on: .topic(topic))]
  }
  /// The topic's ARN.
  public var environment: [EnvironmentVariable] {
    [EnvironmentVariable("TOPIC", topic.name, "ARN", .topicARN(topic))]
  }
  /// None: every cell has all topics.
  public var requirement: Requirement? { nil }
}

extension Access where Self == PublishAccess {
  /// May publish to `topic`.
  static func publish(_ topic: Topic) -> Self { Self(topic: topic) }
}
