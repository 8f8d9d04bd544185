import Alerts
import ServiceRuntime
import Synchronization

/// Transitions of a batch's deliveries on their way to the topic, ten at a time.
///
/// What was recorded and not published when a worker was killed is published by the next one, which goes
/// through all deliveries of the batch: followers learn of the last status of each at least once.
final class Transitions: Sendable {
  private let topic: any TopicPublisher
  private let waiting = Mutex<[String]>([])

  private static let batch = 10

  init(to topic: any TopicPublisher) { self.topic = topic }

  /// Adds one, and publishes when there are ten.
  func add(_ delivery: Delivery) async throws {
    let text = delivery.transition
    let full = waiting.withLock { waiting -> [String] in
      waiting.append(text)
      guard waiting.count >= Self.batch else { return [] }
      defer { waiting = [] }
      return waiting
    }
    try await publish(full)
  }

  /// Publishes what is left.
  func flush() async throws {
    let rest = waiting.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
    try await publish(rest)
  }

  private func publish(_ texts: [String]) async throws {
    guard !texts.isEmpty else { return }
    try await topic.publish(texts.map { TopicMessage($0) })
  }
}
