import CellContract
import HTTPTypes
import Hummingbird
import Logging
import ServiceRuntime

/// Around every request: its ID, one answer shape for whatever went wrong, a line in the log, metrics.
struct RequestMiddleware: RouterMiddleware {
  typealias Context = APIRequestContext

  let metrics: MetricRecorder

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.requestID = Self.requestID(of: request, context)
    context.logger[metadataKey: Self.serverName] = nil
    context.logger[metadataKey: LogField.request.rawValue] = .string(context.requestID)
    let start = ContinuousClock.now
    var response: Response
    do {
      response = try await next(request, context)
    } catch {
      response = answer(to: error, request, context)
    }
    response.headers[.requestID] = context.requestID
    note(response, to: request, context, took: start.duration(to: .now))
    return response
  }

  private func answer(to error: any Error, _ request: Request, _ context: Context) -> Response {
    if let told = APIError(telling: error) {
      if told.code == .unavailable { context.logger.error("\(error)") }
      return told.response(requestID: context.requestID)
    }
    if let error = error as? HTTPError, error.status == .notFound {
      return unknownPath(request).response(requestID: context.requestID)
    }
    if let error = error as? HTTPError, error.status.code < 500 {
      return APIError(.invalidRequest, error.body ?? "the request can't be read")
        .response(requestID: context.requestID)
    }
    context.logger.error("\(error)")
    return APIError(
      .internalError, "something went wrong here; tell us the request ID if it happens again"
    ).response(requestID: context.requestID)
  }

  /// The path is unknown, or has no such method.
  private func unknownPath(_ request: Request) -> APIError {
    let methods = Set(Endpoint.all.filter { $0.matches(request.uri.path) }.map(\.method.rawValue))
    guard !methods.isEmpty, !methods.contains(request.method.rawValue) else {
      return APIError(.notFound, "there is no \(request.method.rawValue) \(request.uri.path)")
    }
    let allowed = methods.sorted().joined(separator: ", ")
    return APIError(
      .methodNotAllowed, "this path has \(allowed)", headers: [.allow: allowed])
  }

  private func note(
    _ response: Response, to request: Request, _ context: Context, took duration: Duration
  ) {
    let route = Endpoint.served(context.endpointPath)
    let milliseconds = duration / .milliseconds(1)
    if Endpoint.probes.contains(route) {
      context.logger.debug("request")
      return
    }
    let endpoint = route == Endpoint.unknown ? route : "\(request.method.rawValue) \(route)"
    metrics.record(.requestCount, 1, by: endpoint)
    metrics.record(.requestDuration, milliseconds, by: endpoint)
    switch response.status.code {
    case 400..<500: metrics.record(.clientErrorCount, 1)
    case 500...: metrics.record(.serverErrorCount, 1)
    default: break
    }
    context.logger.info(
      "request",
      metadata: [
        "method": .string(request.method.rawValue), LogField.route.rawValue: .string(route),
        LogField.status.rawValue: .stringConvertible(response.status.code),
        LogField.duration.rawValue: .stringConvertible(Int(milliseconds.rounded())),
      ])
  }

  /// Under which the server keeps the ID that it draws.
  private static let serverName = "hb.request.id"

  /// The caller's own ID where it can stand in a log, else one of ours.
  private static func requestID(of request: Request, _ context: Context) -> String {
    if let given = request.headers[.requestID], (1...64).contains(given.utf8.count),
      given.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") })
    {
      return given
    }
    return context.id
  }
}

extension Endpoint {
  /// What is asked every few seconds, and says nothing about callers.
  static let probes: Set<String> = ["/livez", "/readyz", "/health"]

  /// How logs and metrics name all that is not served: callers could make as many metrics as they like.
  static let unknown = "unknown"

  /// The route of a request as the router names it: `/v1/alerts/{id}`.
  static func served(_ path: String?) -> String {
    guard let path, path != "NotFound" else { return unknown }
    return path
  }

  /// Whether `path` is one of the endpoint's.
  func matches(_ path: String) -> Bool {
    let mine = self.path.split(separator: "/")
    let theirs = path.split(separator: "/")
    return mine.count == theirs.count
      && zip(mine, theirs).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
  }
}
