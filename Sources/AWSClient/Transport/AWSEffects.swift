public import Foundation

/// What the client takes from the world besides the network; tests put their own in its place.
public struct AWSEffects: Sendable {
  /// The time of day.
  public var date: @Sendable () -> Date
  /// Time that only goes forward, from any start.
  public var uptime: @Sendable () -> Duration
  /// Waits before another attempt.
  public var pause: @Sendable (Duration) async throws -> Void
  /// Returns once a time limit has passed, or throws because what it limits has ended.
  public var timeLimit: @Sendable (Duration) async throws -> Void
  /// A number from 0 up to 1, different each time.
  public var jitter: @Sendable () -> Double
  /// The text of a file.
  public var readFile: @Sendable (String) throws -> String

  /// States what to use.
  public init(
    date: @escaping @Sendable () -> Date, uptime: @escaping @Sendable () -> Duration,
    pause: @escaping @Sendable (Duration) async throws -> Void,
    timeLimit: @escaping @Sendable (Duration) async throws -> Void,
    jitter: @escaping @Sendable () -> Double,
    readFile: @escaping @Sendable (String) throws -> String
  ) {
    self.date = date
    self.uptime = uptime
    self.pause = pause
    self.timeLimit = timeLimit
    self.jitter = jitter
    self.readFile = readFile
  }

  /// The machine's own clocks, chance and files.
  public static let system = AWSEffects(
    date: { Date() }, uptime: { ContinuousClock.now - processStart },
    pause: { try await Task.sleep(for: $0) }, timeLimit: { try await Task.sleep(for: $0) },
    jitter: { .random(in: 0..<1) }, readFile: { try String(contentsOfFile: $0, encoding: .utf8) })
}

/// Which of the two tasks of ``AWSEffects/within(_:_:)`` ended.
private enum EndOfTask<Value: Sendable>: Sendable {
  case value(Value)
  case limit
}

private let processStart = ContinuousClock.now

extension AWSEffects {
  /// What `operation` returns, or nil where it takes longer than `limit`: it is then cancelled, and
  /// waited for.
  ///
  /// Cancellation of this task goes to `operation`, whose answer then counts.
  func within<Value: Sendable>(
    _ limit: Duration, _ operation: @escaping @Sendable () async -> Value
  ) async -> Value? {
    await withTaskGroup(of: EndOfTask<Value>.self) { group in
      group.addTask { .value(await operation()) }
      group.addTask { [timeLimit] in
        // Throws when `operation` was faster, and nobody asks then.
        _ = try? await timeLimit(limit)
        return .limit
      }
      defer { group.cancelAll() }
      for await end in group {
        switch end {
        case .value(let value): return value
        case .limit: if !Task.isCancelled { return nil }
        }
      }
      return nil
    }
  }
}
