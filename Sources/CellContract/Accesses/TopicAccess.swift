/// Publishing to a topic.
public struct PublishAccess: Access {
  /// Where to.
  public let topic: Topic

  public var statements: [PolicyStatement] {
    [PolicyStatement(["sns:Publish"], on: .topic(topic))]
  }
  public var environment: [EnvironmentVariable] {
    [EnvironmentVariable("TOPIC", topic.name, "ARN", .topicARN(topic))]
  }
  public var requirement: Requirement? { nil }
}

extension Access where Self == PublishAccess {
  /// May publish to `topic`.
  static func publish(_ topic: Topic) -> Self { Self(topic: topic) }
}
