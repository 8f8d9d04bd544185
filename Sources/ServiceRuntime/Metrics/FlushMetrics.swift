public import ServiceLifecycle

/// Writes metrics once a minute, and what is left at the end.
public struct FlushMetrics: Service {
  private let recorder: MetricRecorder
  private let levels: @Sendable () -> Void

  /// Flushes one recorder; `levels` records what is a level and no event, each time before that.
  public init(_ recorder: MetricRecorder, levels: @escaping @Sendable () -> Void = {}) {
    self.recorder = recorder
    self.levels = levels
  }

  /// Runs until the service ends.
  public func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        // Cancellation ends the pause; there is nothing else that it could throw.
        try? await Task.sleep(for: .seconds(60))
        flush()
      }
    }
  }

  private func flush() {
    levels()
    recorder.flush()
  }
}
