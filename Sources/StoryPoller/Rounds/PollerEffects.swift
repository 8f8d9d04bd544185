public import Foundation

/// What the poller takes from the world; tests put their own in its place.
public struct PollerEffects: Sendable {
  /// The time of day.
  public var now: @Sendable () -> Date
  /// Waits: before another attempt, and until the next round.
  public var pause: @Sendable (Duration) async throws -> Void
  /// Returns once a time limit has passed, or throws because what it limits has ended.
  public var timeLimit: @Sendable (Duration) async throws -> Void
  /// A number from 0 up to 1, different each time.
  public var jitter: @Sendable () -> Double
  /// The way to the network.
  public var transport: any WebTransport

  /// The machine's own clocks and chance, unless they are replaced.
  public init(
    transport: any WebTransport, now: @escaping @Sendable () -> Date = { Date() },
    pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
    timeLimit: @escaping @Sendable (Duration) async throws -> Void = {
      try await Task.sleep(for: $0)
    },
    jitter: @escaping @Sendable () -> Double = { .random(in: 0..<1) }
  ) {
    self.transport = transport
    self.now = now
    self.pause = pause
    self.timeLimit = timeLimit
    self.jitter = jitter
  }
}

extension PollerEffects {
  /// The answer to a request; one that takes longer than `limit` is given up.
  func answer(
    to request: WebRequest, within limit: Duration
  ) async throws(WebFailure) -> WebResponse {
    let result = await withTaskGroup(of: Result<WebResponse, WebFailure>?.self) { group in
      group.addTask { [transport] in
        do throws(WebFailure) {
          return .success(try await transport.send(request))
        } catch {
          return .failure(error)
        }
      }
      group.addTask { [timeLimit] in
        // Throws when the answer was faster, or nobody waits any more; either way nothing is to do.
        _ = try? await timeLimit(limit)
        return nil
      }
      defer { group.cancelAll() }
      for await end in group {
        if let end { return end }
        if !Task.isCancelled { return .failure(WebFailure("no answer within \(limit)")) }
      }
      return .failure(WebFailure("nobody waits for it any more"))
    }
    return try result.get()
  }
}
