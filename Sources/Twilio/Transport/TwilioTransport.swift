/// Sends one HTTP request to Twilio: the client's only way to the network.
public protocol TwilioTransport: Sendable {
  /// Sends `request` once, follows no redirect, and returns the answer, whatever status it has.
  ///
  /// It ends soon after its task is cancelled: that is how the client keeps to its time limits.
  func send(_ request: TwilioRequest) async throws(TwilioTransportFailure) -> TwilioResponse
}

/// Why there is no answer; the difference decides whether a message may be sent again.
public enum TwilioTransportFailure: Error, Sendable, Hashable {
  /// Twilio can't have acted on the request: no connection was made, or the request's body was never
  /// asked for and so never left.
  case notSent(String)
  /// Some of the request's body may have left, or there was none to wait for.
  case maybeSent(String)
}

/// A request, ready to be sent.
public struct TwilioRequest: Sendable {
  /// `GET` or `POST`.
  public var method: String
  /// Where to, percent-encoded.
  public var url: String
  /// Names and values.
  public var headers: [(name: String, value: String)]
  /// The form that is sent; empty for `GET`.
  public var body: String

  /// States a request.
  public init(
    method: String, url: String, headers: [(name: String, value: String)], body: String = ""
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }
}

/// Headers hold credentials, the rest numbers and texts: nothing of it is shown but the method.
extension TwilioRequest: CustomStringConvertible, CustomReflectable {
  /// The method.
  public var description: String { "\(method) to Twilio" }
  /// The description alone.
  public var customMirror: Mirror { Mirror(self, children: ["request": description]) }
}

/// An answer, read to its end.
public struct TwilioResponse: Sendable {
  /// The HTTP status.
  public var status: Int
  /// What `Retry-After` says.
  public var retryAfter: String?
  /// What followed the headers.
  public var body: [UInt8]

  /// States an answer.
  public init(status: Int, retryAfter: String? = nil, body: [UInt8] = []) {
    self.status = status
    self.retryAfter = retryAfter
    self.body = body
  }
}

/// The body holds numbers and texts: it is not shown.
extension TwilioResponse: CustomStringConvertible, CustomReflectable {
  /// Status and length.
  public var description: String { "HTTP \(status), \(body.count) bytes" }
  /// The description alone.
  public var customMirror: Mirror { Mirror(self, children: ["response": description]) }
}
