import AlertStores
public import CellContract
public import Foundation
public import Hummingbird
public import Logging
import NIOCore
import SQL
import ServiceHealth
public import ServiceLifecycle
public import ServiceRuntime

/// The alert API: what it serves, and what it does beside that.
public struct AlertService: Sendable {
  private let services: Services
  private let relay: Relay
  private let recorder: MetricRecorder
  private let logger: Logger

  /// The service on its resources.
  public init(
    _ live: Live<APIResources>, cell: String, metrics: MetricRecorder, logger: Logger,
    now: @escaping @Sendable () -> Date = { Date() }
  ) throws {
    let database = try live.database
    recorder = metrics
    self.logger = logger
    let alerts = AlertStore(database, cell: cell)
    services = Services(
      alerts: alerts, changes: ChangeWatch { try await alerts.lastChange() },
      recipients: RecipientStore(database),
      deliveries: DeliveryStore(try live.deliveries), deliveryStatus: try live.deliveryStatus,
      twilio: try live.twilio,
      gatekeeper: Gatekeeper(Keyring(try live.apiKeys, logger: logger)),
      health: Health(
        cell: cell, checks: [Health.Check("database") { try await Schema.check(database) }],
        logger: logger),
      metrics: metrics, now: now)
    relay = Relay(from: Outbox(database, cell: cell), to: try live.events, logger: logger)
  }

  /// How long a connection may be silent; longer than the load balancer's own 60 s, so that it is never
  /// the one to send a request to a connection that is being closed here.
  /// Source: Elastic Load Balancing User Guide for Application Load Balancers, "Connection idle timeout",
  /// 2026-11.
  private static let idleTimeout = TimeAmount.seconds(75)

  /// What answers requests.
  public func router() -> Router<APIRequestContext> {
    let router = Router(context: APIRequestContext.self)
    router.add(middleware: RequestMiddleware(metrics: recorder))
    router.serveHealth(services.health, paths: ServiceName.api.contract.health)
    router.serveAlerts(services)
    router.serveRecipients(services)
    router.serveCallbacks(services)
    router.serveEvents(services)
    router.serveDocuments()
    router.servePages()
    return router
  }

  /// The whole service, listening on an address: the server, the relay of the outbox, the metrics.
  ///
  /// `relay` takes the place of the service's own; `neighbors` run as long as the server does.
  public func application(
    host: String, port: Int, relay other: (any Service)? = nil, beside neighbors: [any Service] = []
  ) -> some ApplicationProtocol {
    let connections = ConnectionCount()
    var application = Application(
      router: router(),
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [connections.handler()], idleTimeout: Self.idleTimeout)),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), serverName: nil),
      logger: logger)
    application.addServices(
      other ?? relay, StopNotice(health: services.health),
      FlushMetrics(recorder) { [recorder] in
        recorder.record(.activeConnections, Double(connections.current))
      })
    for neighbor in neighbors { application.addServices(neighbor) }
    return application
  }
}
