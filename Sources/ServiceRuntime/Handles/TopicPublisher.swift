/// Publishes to one topic.
public protocol TopicPublisher: Sendable {
  /// Publishes a message; returns when the topic has it. A message may arrive more than once.
  func publish(_ message: TopicMessage) async throws
  /// Publishes messages in no certain order; returns when the topic has all of them.
  func publish(_ messages: [TopicMessage]) async throws
}

extension TopicPublisher {
  /// One after the other.
  public func publish(_ messages: [TopicMessage]) async throws {
    for message in messages { try await publish(message) }
  }
}

/// What is published.
public struct TopicMessage: Sendable, Hashable {
  /// UTF-8 text of at most 256 KiB with the attributes.
  /// Source: Amazon SNS API Reference, `Publish`, 2026-11.
  public var text: String
  /// What subscriptions filter by.
  public var attributes: [String: String]

  /// A message with its attributes.
  public init(_ text: String, attributes: [String: String] = [:]) {
    self.text = text
    self.attributes = attributes
  }
}
