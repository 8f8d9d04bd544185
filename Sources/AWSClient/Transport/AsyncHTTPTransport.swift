import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// Sends requests with async-http-client; needs ``shutdown()`` in the end.
public struct AsyncHTTPTransport: HTTPTransport {
  private let client: HTTPClient

  /// How long a connection may take to be made, TLS not included.
  private static let connectLimit = TimeAmount.seconds(5)
  /// DynamoDB and SQS answer with at most 16 MB.
  private static let bodyLimitBytes = 32 << 20
  /// The client's own limits end a request long before.
  private static let lastResort = TimeAmount.minutes(10)

  /// Makes a transport with a connection pool of its own, on threads shared by the process.
  ///
  /// - Parameter connectionsPerHost: how many requests to one host run side by side.
  public init(connectionsPerHost: Int = 64) {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow, timeout: .init(connect: Self.connectLimit),
      connectionPool: .init(
        idleTimeout: .seconds(50),
        concurrentHTTP1ConnectionsPerHostSoftLimit: connectionsPerHost))
    configuration.httpVersion = .http1Only
    // Retrying is for the client, which counts it against its budget.
    configuration.connectionPool.retryConnectionEstablishment = false
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }

  /// Closes all connections; requests under way fail.
  public func shutdown() async throws {
    try await client.shutdown()
  }

  /// Sends `request` once.
  public func send(
    _ request: TransportRequest
  ) async throws(TransportFailure) -> TransportResponse {
    var outgoing = HTTPClientRequest(url: request.url)
    outgoing.method = HTTPMethod(rawValue: request.method)
    outgoing.headers = HTTPHeaders(request.headers.map { ($0.name, $0.value) })
    if !request.body.isEmpty { outgoing.body = .bytes(ByteBuffer(bytes: request.body)) }
    do {
      let response = try await client.execute(outgoing, timeout: Self.lastResort)
      let body = try await response.body.collect(upTo: Self.bodyLimitBytes)
      return TransportResponse(
        status: Int(response.status.code),
        headers: response.headers.map { HeaderField($0.name, $0.value) },
        body: Array(body.readableBytesView))
    } catch {
      throw TransportFailure(error)
    }
  }
}

extension TransportFailure {
  /// What an error of async-http-client or NIO means for whoever wants to try again.
  fileprivate init(_ error: any Error) {
    switch error {
    case is CancellationError: self = .cancelled
    case let error as HTTPClientError where error == .cancelled: self = .cancelled
    case let error as HTTPClientError where beforeSending.contains(error):
      self = .notConnected("\(error)")
    case is NIOConnectionError: self = .notConnected("\(error)")
    case let error as IOError where error.errnoCode == ECONNREFUSED:
      self = .notConnected("\(error)")
    default: self = Task.isCancelled ? .cancelled : .connectionLost("\(error)")
    }
  }
}

/// What async-http-client says before it has sent a byte.
private let beforeSending: [HTTPClientError] = [
  .alreadyShutdown, .connectTimeout, .getConnectionFromPoolTimeout, .tlsHandshakeTimeout,
]
