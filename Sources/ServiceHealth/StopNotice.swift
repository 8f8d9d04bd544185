public import ServiceLifecycle

/// Tells everybody that the service is about to end, as soon as it is told so itself.
public struct StopNotice: Service {
  private let health: Health

  /// Stops the readiness of `health`.
  public init(health: Health) { self.health = health }

  /// Waits for the end.
  public func run() async throws {
    // Throws where the task is cancelled instead: then the service ends all the same.
    try? await gracefulShutdown()
    health.stop()
  }
}
