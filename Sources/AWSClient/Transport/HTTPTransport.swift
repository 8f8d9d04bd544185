/// Sends one HTTP request: the client's only way to the network.
public protocol HTTPTransport: Sendable {
  /// Sends `request` once, follows no redirect, and returns the answer with whatever status it has.
  ///
  /// It ends soon after its task is cancelled: that is how the client keeps to its time limits.
  func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse
}

/// A header's name and value.
public struct HeaderField: Sendable, Hashable {
  /// Its name; upper and lower case are the same.
  public let name: String
  /// Its value.
  public let value: String

  /// States a header.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// A request, ready to be sent.
public struct TransportRequest: Sendable {
  /// `GET` or `POST`.
  public var method: String
  /// Where to, percent-encoded.
  public var url: String
  /// Everything that is sent, `host` included.
  public var headers: [HeaderField]
  /// What follows the headers.
  public var body: [UInt8]

  /// States a request.
  public init(method: String, url: String, headers: [HeaderField], body: [UInt8]) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }
}

/// Headers hold signatures and tokens, and the body may hold a secret: neither is shown.
extension TransportRequest: CustomStringConvertible, CustomReflectable {
  /// Method and address without the query.
  public var description: String { "\(method) \(url.prefix { $0 != "?" })" }
  /// What `dump` shows: the description alone.
  public var customMirror: Mirror { Mirror(self, children: ["request": description]) }
}

/// An answer, read to its end.
public struct TransportResponse: Sendable {
  /// The HTTP status.
  public var status: Int
  /// The headers, in the order in which they came.
  public var headers: [HeaderField]
  /// What followed them.
  public var body: [UInt8]

  /// States an answer.
  public init(status: Int, headers: [HeaderField] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The first value of a header, whichever way its name is written.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

/// The body may hold credentials or a secret: it is not shown.
extension TransportResponse: CustomStringConvertible, CustomReflectable {
  /// Status and length.
  public var description: String { "HTTP \(status), \(body.count) bytes" }
  /// What `dump` shows: the description alone.
  public var customMirror: Mirror { Mirror(self, children: ["response": description]) }
}

/// Why there is no answer.
public enum TransportFailure: Error, Sendable, Hashable {
  /// No connection was made, so that nothing was sent.
  case notConnected(String)
  /// The connection broke: the service may have done what it was asked to.
  case connectionLost(String)
  /// The task was cancelled.
  case cancelled
}
