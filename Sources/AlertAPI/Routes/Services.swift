import AlertStores
import Foundation
import Hummingbird
import Logging
import ServiceHealth
import ServiceRuntime

/// What routes work with.
struct Services: Sendable {
  let alerts: AlertStore
  let changes: ChangeWatch
  let recipients: RecipientStore
  let deliveries: DeliveryStore
  let deliveryStatus: any TopicPublisher
  let twilio: any SecretReader
  let gatekeeper: Gatekeeper
  let health: Health
  let metrics: MetricRecorder
  let now: @Sendable () -> Date
}

extension Router where Context == APIRequestContext {
  /// Serves an endpoint that needs a key.
  func serve(
    _ endpoint: Endpoint, _ services: Services,
    _ handler: @escaping @Sendable (Request, Context, APIKey) async throws -> Response
  ) {
    guard let scope = endpoint.scope else {
      preconditionFailure("\(endpoint.operation) needs no key; serve it without one")
    }
    on(RouterPath(endpoint.path), method: endpoint.method) { request, context in
      var context = context
      let key = try await services.gatekeeper.admit(request, for: scope)
      context.logger[metadataKey: "api_key"] = .string(key.prefix)
      return try await handler(request, context, key)
    }
  }

  /// Serves an endpoint that needs no key.
  func serve(
    _ endpoint: Endpoint,
    _ handler: @escaping @Sendable (Request, Context) async throws -> Response
  ) {
    precondition(endpoint.scope == nil, "\(endpoint.operation) needs a key")
    on(RouterPath(endpoint.path), method: endpoint.method, use: handler)
  }
}
