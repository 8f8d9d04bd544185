import AWSClient

/// A topic of SNS.
struct SNSPublisher: TopicPublisher {
  let arn: String
  let client: AWSClient

  func publish(_ message: TopicMessage) async throws {
    _ = try await client.send(
      SNS.Publish(
        topicARN: arn, message: message.text,
        attributes: message.attributes.mapValues { SNS.MessageAttribute($0) }))
  }
}
