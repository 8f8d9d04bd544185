import Alerts
import FormText
import Foundation
import HTTPTypes
import Hummingbird
import Synchronization

extension TwilioSimulator {
  func router() -> Router<SimulatorContext> {
    let router = Router(context: SimulatorContext.self)
    router.add(middleware: UnknownPaths())
    let login = Self.login(configuration)
    for channel in Channel.allCases {
      let list = "/2010-04-01/Accounts/{account}/\(channel.resource).json"
      router.post(RouterPath(list)) { [self] request, context in
        try authorize(request, context, login)
        return try await answerSend(channel, request, context)
      }
      router.get(RouterPath(list)) { [self] request, context in
        try authorize(request, context, login)
        return try answerList(channel, request)
      }
      router.get("/2010-04-01/Accounts/{account}/\(channel.resource)/{sid}") {
        [self] request, context in
        try authorize(request, context, login)
        guard let file = context.parameters.get("sid"), file.hasSuffix(".json"),
          let record = state.withLock({
            $0.ledger.record(String(file.dropLast(".json".count)), of: channel)
          })
        else { throw Refusal.notFound(request.uri.path) }
        return Response(.ok, record.json(account: configuration.credentials.accountSID))
      }
    }
    serveControl(router)
    return router
  }

  /// What `Authorization` has to be.
  private static func login(_ configuration: SimulatorConfiguration) -> String {
    let credentials = configuration.credentials
    let text = Data("\(credentials.accountSID):\(credentials.authToken)".utf8)
    return "Basic \(text.base64EncodedString())"
  }

  private func authorize(
    _ request: Request, _ context: SimulatorContext, _ login: String
  ) throws(Refusal) {
    guard request.headers[.authorization] == login else { throw .unauthorized }
    guard context.parameters.get("account") == configuration.credentials.accountSID else {
      throw .notFound(request.uri.path)
    }
  }
}

/// Paths that Twilio doesn't have.
private struct UnknownPaths: RouterMiddleware {
  func handle(
    _ request: Request, context: SimulatorContext,
    next: (Request, SimulatorContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as HTTPError where error.status == .notFound {
      throw Refusal.notFound(request.uri.path)
    }
  }
}

extension Channel {
  /// The part of the path.
  var resource: String {
    switch self {
    case .sms: "Messages"
    case .voice: "Calls"
    }
  }
}
