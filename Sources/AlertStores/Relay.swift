import Foundation
public import Logging
public import ServiceLifecycle
public import ServiceRuntime

/// Publishes events of the outbox: claims some, publishes each, notes that they were published.
///
/// Killed between any two of these steps it loses nothing: an event that was claimed and not marked is
/// published again, by whichever relay comes next, once the claim has run out. So an event comes at least
/// once, and subscribers know it by its ID.
public struct Relay: Service {
  private let outbox: Outbox
  private let publisher: any TopicPublisher
  private let logger: Logger
  private let interval: Duration

  /// How many events are claimed at once.
  static let batch = 20

  /// Relays from `outbox` to `publisher`, looking for new events every `interval` while there are none.
  public init(
    from outbox: Outbox, to publisher: any TopicPublisher,
    every interval: Duration = .milliseconds(200),
    logger: Logger
  ) {
    self.outbox = outbox
    self.publisher = publisher
    self.logger = logger
    self.interval = interval
  }

  /// Runs until the service ends.
  public func run() async throws {
    await cancelWhenGracefulShutdown {
      var failures = 0
      var cleanedAt = ContinuousClock.now
      while !Task.isCancelled {
        do {
          let count = try await relayOnce()
          failures = 0
          if cleanedAt.duration(to: .now) > .seconds(600) {
            cleanedAt = .now
            try await outbox.removeOld(at: Date())
          }
          if count == Self.batch { continue }
        } catch is CancellationError {
          return
        } catch {
          failures += 1
          logger.error("events wait: \(error)")
        }
        // Cancellation ends the pause; there is nothing else that it could throw.
        try? await Task.sleep(for: min(interval * (1 << min(failures, 6)), .seconds(10)))
      }
    }
  }

  /// Publishes what waits now; how many events were published.
  @discardableResult public func relayOnce() async throws -> Int {
    let entries = try await outbox.claim(limit: Self.batch, at: Date())
    guard !entries.isEmpty else { return 0 }
    let published = await withTaskGroup(of: String?.self) { group in
      for entry in entries {
        group.addTask { await publish(entry) }
      }
      return await group.reduce(into: [String]()) { ids, id in if let id { ids.append(id) } }
    }
    try await outbox.markPublished(published, at: Date())
    let failed = Set(entries.map(\.id)).subtracting(published)
    if !failed.isEmpty {
      try await outbox.release(failed.sorted(), at: Date())
      throw Unpublished(count: failed.count)
    }
    return published.count
  }

  private func publish(_ entry: Outbox.Entry) async -> String? {
    do {
      try await publisher.publish(
        TopicMessage(
          entry.message, attributes: ["type": entry.change, "priority": entry.priority]))
      return entry.id
    } catch {
      logger.error("event \(entry.id) was not published: \(error)")
      return nil
    }
  }

  /// Some events could not be published, and wait.
  struct Unpublished: Error, CustomStringConvertible {
    let count: Int
    var description: String { "\(count) could not be published" }
  }
}
