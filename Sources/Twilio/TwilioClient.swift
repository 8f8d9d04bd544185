public import Alerts
import FormText
import Foundation

/// What services do with Twilio's REST API of 2010-04-01: send a text or a call, and look up what was
/// sent.
///
/// Credentials come with each call, because they are read again when they are refused. Nothing that it
/// returns or throws holds a number, a text or a credential, but for ``ProviderRecord/body``.
public struct TwilioClient: Sendable {
  /// Where the API is, without a slash at the end.
  let baseURL: String
  let transport: any TwilioTransport

  /// Where the API is that sends to people.
  /// Source: Twilio, "Twilio API requests", "Base URLs", 2026-11.
  public static let apiURL = "https://api.twilio.com"

  /// A client of the API at `baseURL`.
  public init(baseURL: String = apiURL, transport: any TwilioTransport) {
    self.baseURL = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
    self.transport = transport
  }

  /// Sends a message once; what is to be tried again is for the caller.
  ///
  /// - Parameter timeLimit: how long it may take, connecting and reading included. Cancelling the task
  ///   ends it as that does.
  public func send(
    _ message: OutgoingMessage, with credentials: TwilioCredentials, timeLimit: Duration
  ) async -> SendOutcome {
    let request = request(
      "POST", path: path(of: message.channel, in: credentials), with: credentials,
      form: message.form(from: credentials.sender))
    switch await answer(to: request, within: timeLimit) {
    case .success(let response): return SendOutcome(response, channel: message.channel)
    case .failure(.maybeSent(let why)): return .unknown(why)
    case .failure(.notSent(let why)):
      return .refusedForNow(retryAfter: nil, code: nil, message: "not connected: \(why)")
    }
  }

  /// The path of an account's messages or calls.
  /// Source: Twilio, "Messages resource", "Calls resource", 2026-11.
  func path(of channel: Channel, in credentials: TwilioCredentials) -> String {
    let resource =
      switch channel {
      case .sms: "Messages"
      case .voice: "Calls"
      }
    return "\(Self.accountPath(of: credentials))/\(resource).json"
  }

  /// The path under which everything of an account is.
  static func accountPath(of credentials: TwilioCredentials) -> String {
    "/2010-04-01/Accounts/\(credentials.accountSID)"
  }

  /// A request with HTTP Basic authentication.
  /// Source: Twilio, "Twilio API requests", "Authentication", 2026-11.
  func request(
    _ method: String, path: String, with credentials: TwilioCredentials, form: [FormField] = []
  ) -> TwilioRequest {
    let login = Data("\(credentials.accountSID):\(credentials.authToken)".utf8)
    var headers = [
      (name: "Authorization", value: "Basic \(login.base64EncodedString())"),
      (name: "Accept", value: "application/json"),
    ]
    if !form.isEmpty {
      headers.append((name: "Content-Type", value: "application/x-www-form-urlencoded"))
    }
    return TwilioRequest(
      method: method, url: baseURL + path, headers: headers, body: FormText.text(of: form))
  }
}
