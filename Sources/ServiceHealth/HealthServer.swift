public import CellContract
import Hummingbird
public import Logging
import NIOCore
public import ServiceLifecycle

/// Answers health checks for a service that has no API of its own.
public struct HealthServer: Service {
  private let health: Health
  private let contract: ServiceContract
  private let host: String
  private let port: Int
  private let logger: Logger
  private let onListening: @Sendable (Int) -> Void

  /// How long a connection may be silent: longer than the time from one probe to the next.
  private static let idleTimeout = TimeAmount.seconds(60)

  /// A server for a service, on all addresses of the pod unless `host` says otherwise.
  ///
  /// - Parameters:
  ///   - port: 0 for any that is free.
  ///   - onListening: is told the port.
  public init(
    of service: ServiceName, health: Health, host: String = "0.0.0.0", port: Int, logger: Logger,
    onListening: @escaping @Sendable (Int) -> Void = { _ in }
  ) {
    self.health = health
    contract = service.contract
    self.host = host
    self.port = port
    self.logger = logger
    self.onListening = onListening
  }

  /// Answers until the service ends; throws where the port is taken.
  public func run() async throws {
    let router = Router()
    router.serveHealth(health, paths: contract.health)
    // A probe every few seconds is nothing to tell of.
    var quiet = logger
    quiet.logLevel = max(.warning, logger.logLevel)
    var application = Application(
      router: router, server: .http1(configuration: .init(idleTimeout: Self.idleTimeout)),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), serverName: nil),
      onServerRunning: { [onListening] channel in
        if let port = channel.localAddress?.port { onListening(port) }
      },
      logger: quiet)
    application.addServices(StopNotice(health: health))
    try await application.run()
  }
}
