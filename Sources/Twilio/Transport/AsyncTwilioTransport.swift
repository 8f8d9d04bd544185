import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix

/// Sends requests with async-http-client; needs ``shutdown()`` in the end.
public struct AsyncTwilioTransport: TwilioTransport {
  private let client: HTTPClient

  /// How long a connection may take to be made.
  private static let connectLimit = TimeAmount.seconds(5)
  /// A page of 1,000 messages of 1,600 characters has some 7 MB.
  private static let bodyLimitBytes = 16 << 20
  /// The client's own limits end a request long before.
  private static let lastResort = TimeAmount.minutes(10)

  /// Makes a transport with a connection pool of its own, on threads shared by the process.
  ///
  /// - Parameter connections: how many requests run side by side.
  public init(connections: Int = 64) {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow, timeout: .init(connect: Self.connectLimit),
      connectionPool: .init(
        idleTimeout: .seconds(50), concurrentHTTP1ConnectionsPerHostSoftLimit: connections))
    configuration.httpVersion = .http1Only
    // Trying again is for the caller, who knows what may be sent twice.
    configuration.connectionPool.retryConnectionEstablishment = false
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }

  /// Closes all connections; requests under way fail.
  public func shutdown() async throws {
    try await client.shutdown()
  }

  /// Sends `request` once.
  public func send(
    _ request: TwilioRequest
  ) async throws(TwilioTransportFailure) -> TwilioResponse {
    let body = WatchedBody(ByteBuffer(string: request.body))
    var outgoing = HTTPClientRequest(url: request.url)
    outgoing.method = HTTPMethod(rawValue: request.method)
    outgoing.headers = HTTPHeaders(request.headers.map { ($0.name, $0.value) })
    if !request.body.isEmpty {
      outgoing.body = .stream(body, length: .known(Int64(request.body.utf8.count)))
    }
    do {
      let response = try await client.execute(outgoing, timeout: Self.lastResort)
      let bytes = try await response.body.collect(upTo: Self.bodyLimitBytes)
      return TwilioResponse(
        status: Int(response.status.code),
        retryAfter: response.headers.first(name: "Retry-After"),
        body: Array(bytes.readableBytesView))
    } catch {
      // Of an error its type and case are told, and no request.
      let why = (error as? HTTPClientError)?.description ?? "\(type(of: error))"
      let isForm = !request.body.isEmpty
      throw isForm && !body.wasAskedFor ? .notSent(why) : .maybeSent(why)
    }
  }
}
