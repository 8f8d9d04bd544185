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

  /// Ten at a time, which is what the API takes.
  func publish(_ messages: [TopicMessage]) async throws {
    for part in messages.split(by: 10) {
      let entries = part.enumerated().map { number, message in
        SNS.PublishBatch.Entry(
          id: "\(number)", message: message.text,
          attributes: message.attributes.mapValues { SNS.MessageAttribute($0) })
      }
      try await client.send(SNS.PublishBatch(topicARN: arn, entries: entries)).throwFailures()
    }
  }
}
