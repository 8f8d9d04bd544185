import AsyncHTTPClient
import FormText
import NIOCore
import NIOHTTP1
import NIOPosix
import Twilio

/// Posts signed forms, as Twilio does.
struct WebhookSender: Sendable {
  let client: HTTPClient
  /// Signs what is sent.
  let token: String
  private let gate = Gate(width: connections)

  /// How many webhooks are under way at once.
  private static let connections = 64
  /// How long an attempt may take.
  /// Source: Twilio, "Webhooks (HTTP callbacks): Connection Overrides", `tt`, 2026-11.
  private static let limit = TimeAmount.seconds(15)

  init(token: String) {
    self.token = token
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow, timeout: .init(connect: .seconds(5)),
      connectionPool: .init(
        idleTimeout: .seconds(50), concurrentHTTP1ConnectionsPerHostSoftLimit: Self.connections))
    configuration.httpVersion = .http1Only
    configuration.connectionPool.retryConnectionEstablishment = false
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }

  /// Sends a form; whether anybody answered 2xx in the end.
  func post(_ form: [FormField], to webhook: String) async -> Bool {
    let overrides = ConnectionOverrides(webhook)
    var request = HTTPClientRequest(url: overrides.url)
    request.method = .POST
    request.headers = [
      "Content-Type": "application/x-www-form-urlencoded", "User-Agent": "TwilioProxy/1.1",
      "X-Twilio-Signature": TwilioSignature.signature(of: overrides.url, form, token: token),
    ]
    request.body = .bytes(ByteBuffer(string: FormText.text(of: form)))
    for _ in 0...overrides.retries {
      guard let failure = await gate.pass({ [request] in await attempt(request) }) else {
        return true
      }
      guard overrides.policy.contains(failure), !Task.isCancelled else { return false }
    }
    return false
  }

  /// What went wrong; nil for nothing.
  private func attempt(_ request: HTTPClientRequest) async -> ConnectionOverrides.Failure? {
    do {
      let response = try await client.execute(request, timeout: Self.limit)
      // Reads what comes, so that the connection can serve again; nobody needs it.
      _ = try await response.body.collect(upTo: 1 << 20)
      switch response.status.code {
      case 200..<300: return nil
      case 500...: return .serverError
      default: return .clientError
      }
    } catch is NIOConnectionError {
      return .connection
    } catch let error as HTTPClientError where error == .connectTimeout {
      return .connection
    } catch {
      return .reading
    }
  }
}
