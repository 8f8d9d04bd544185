/// Sends one HTTP request: the poller's only way to Hacker News, to the API and to Lambda.
public protocol WebTransport: Sendable {
  /// Sends `request` once, follows no redirect, and returns the answer, whatever status it has.
  ///
  /// It ends soon after its task is cancelled: that is how callers keep to their time limits.
  func send(_ request: WebRequest) async throws(WebFailure) -> WebResponse
}

/// Why there is no answer. What was sent may have arrived all the same.
public struct WebFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// In words.
  public let description: String

  /// A failure in words; they hold nothing of the request.
  public init(_ description: String) { self.description = description }
}

/// A request, ready to be sent.
public struct WebRequest: Sendable {
  /// `GET` or `POST`.
  public var method: String
  /// Where to, percent-encoded.
  public var url: String
  /// Names and values.
  public var headers: [(name: String, value: String)]
  /// Empty for `GET`.
  public var body: [UInt8]
  /// A longer answer is not read to its end, and counts as none; in bytes.
  public var answerLimit: Int

  /// States a request.
  public init(
    method: String = "GET", url: String, headers: [(name: String, value: String)] = [],
    body: [UInt8] = [], answerLimit: Int = 1 << 20
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.answerLimit = answerLimit
  }
}

/// Headers hold a key: nothing of them is shown.
extension WebRequest: CustomStringConvertible, CustomReflectable {
  /// Method and address.
  public var description: String { "\(method) \(url)" }
  /// The description alone.
  public var customMirror: Mirror { Mirror(self, children: ["request": description]) }
}

/// An answer, read to its end.
public struct WebResponse: Sendable {
  /// The HTTP status.
  public var status: Int
  /// Names and values.
  public var headers: [(name: String, value: String)]
  /// What followed the headers.
  public var body: [UInt8]

  /// States an answer.
  public init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The first header of a name, in whatever case.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
