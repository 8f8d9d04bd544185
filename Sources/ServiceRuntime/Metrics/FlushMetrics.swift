public import ServiceLifecycle

/// Writes metrics once a minute, and what is left at the end.
public struct FlushMetrics: Service {
  private let recorder: MetricRecorder

  /// Flushes one recorder.
  public init(_ recorder: MetricRecorder) { self.recorder = recorder }

  /// Runs until the service ends.
  public func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        // Cancellation ends the pause; there is nothing else that it could throw.
        try? await Task.sleep(for: .seconds(60))
        recorder.flush()
      }
    }
    recorder.flush()
  }
}
