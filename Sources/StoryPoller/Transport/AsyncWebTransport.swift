import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix

/// Sends requests with async-http-client; needs ``shutdown()`` in the end.
public struct AsyncWebTransport: WebTransport {
  private let client: HTTPClient

  /// How long a connection may take to be made.
  private static let connectLimit = TimeAmount.seconds(5)

  /// Makes a transport with a connection pool of its own, on threads shared by the process.
  public init() {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow, timeout: .init(connect: Self.connectLimit),
      connectionPool: .init(
        idleTimeout: .seconds(50), concurrentHTTP1ConnectionsPerHostSoftLimit: 8))
    configuration.httpVersion = .http1Only
    // Trying again is for the caller, who counts it.
    configuration.connectionPool.retryConnectionEstablishment = false
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }

  /// Closes all connections; requests under way fail.
  public func shutdown() async throws { try await client.shutdown() }

  /// Sends `request` once.
  public func send(_ request: WebRequest) async throws(WebFailure) -> WebResponse {
    var outgoing = HTTPClientRequest(url: request.url)
    outgoing.method = HTTPMethod(rawValue: request.method)
    outgoing.headers = HTTPHeaders(request.headers.map { ($0.name, $0.value) })
    if !request.body.isEmpty { outgoing.body = .bytes(ByteBuffer(bytes: request.body)) }
    do {
      // The caller's own limit ends it long before; Lambda's next invocation may be days off.
      let response = try await client.execute(outgoing, deadline: .distantFuture)
      let body = try await response.body.collect(upTo: request.answerLimit)
      return WebResponse(
        status: Int(response.status.code),
        headers: response.headers.map { (name: $0.name, value: $0.value) },
        body: Array(body.readableBytesView))
    } catch is NIOTooManyBytesError {
      throw WebFailure("the answer has more than \(request.answerLimit) bytes")
    } catch {
      throw WebFailure((error as? HTTPClientError)?.description ?? "\(error)")
    }
  }
}
