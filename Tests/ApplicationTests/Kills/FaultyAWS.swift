import AsyncHTTPClient
import Foundation
import HTTPTypes
import Hummingbird
import LoopbackHTTP
import NIOCore
import NIOHTTP1
import Synchronization

/// AWS on a bad day: passes requests on to an emulator, and fails some of them at every step.
final class FaultyAWS: Sendable {
  /// What goes wrong with a request.
  enum Fault: String, Sendable, CaseIterable {
    /// 503, and nothing was done.
    case unavailable
    /// It was done, and the answer is 500.
    case answerLost
    /// It is done later than its sender waits.
    case late
    /// It is done twice.
    case doubled
  }

  private let upstream: String
  private let client: HTTPClient
  private let rate = Mutex(0.0)
  private let counts = Mutex<[Fault: Int]>([:])

  /// Longer than one attempt of a client may take.
  private static let lateness = Duration.seconds(6)

  init(before upstream: String) {
    self.upstream = upstream
    // Long polls hold a connection each, and must not keep others waiting.
    let pool = HTTPClient.Configuration.ConnectionPool(
      idleTimeout: .seconds(30), concurrentHTTP1ConnectionsPerHostSoftLimit: 256)
    client = HTTPClient(
      eventLoopGroupProvider: .singleton, configuration: .init(connectionPool: pool))
  }

  /// How many requests met each fault.
  var met: [Fault: Int] { counts.withLock { $0 } }

  /// How often a request meets each fault from now on.
  func setRate(_ rate: Double) { self.rate.withLock { $0 = rate } }

  /// Serves on a port of this machine while `body` runs.
  func serving(port: Int, _ body: @escaping @Sendable (String) async throws -> Void) async throws {
    let router = Router()
    router.add(middleware: Forwarding(faulty: self))
    do {
      try await withLoopbackServer(answering: router.buildResponder(), port: port) {
        try await body("http://127.0.0.1:\($0)")
      }
    } catch {
      try await client.shutdown()
      throw error
    }
    try await client.shutdown()
  }

  private func draw() -> Fault? {
    let rate = rate.withLock { $0 }
    guard let fault = Fault.allCases.randomElement(),
      Double.random(in: 0..<1) < rate * Double(Fault.allCases.count)
    else { return nil }
    counts.withLock { $0[fault, default: 0] += 1 }
    return fault
  }

  fileprivate func answer(to request: Request) async throws -> Response {
    let body = try await request.body.collect(upTo: 1 << 20)
    let fault = draw()
    switch fault {
    case .unavailable: return Response(status: .serviceUnavailable)
    case .late: try await Task.sleep(for: Self.lateness)
    case .doubled: _ = try await pass(request, body)
    case .answerLost, nil: break
    }
    let response = try await pass(request, body)
    return fault == .answerLost ? Response(status: .internalServerError) : response
  }

  private func pass(_ request: Request, _ body: ByteBuffer) async throws -> Response {
    var outgoing = HTTPClientRequest(url: upstream + request.uri.description)
    outgoing.method = HTTPMethod(rawValue: request.method.rawValue)
    for field in request.headers {
      outgoing.headers.add(name: field.name.rawName, value: field.value)
    }
    outgoing.body = .bytes(body)
    // A long poll takes 20 s.
    let answer = try await client.execute(outgoing, timeout: .seconds(40))
    let bytes = try await answer.body.collect(upTo: 1 << 24)
    var headers = HTTPFields()
    for header in answer.headers {
      guard let name = HTTPField.Name(header.name), name != .contentLength,
        name != .transferEncoding
      else { continue }
      headers[name] = header.value
    }
    return Response(
      status: .init(code: Int(answer.status.code)), headers: headers,
      body: ResponseBody(byteBuffer: bytes))
  }
}

/// Takes every request, whatever its path.
private struct Forwarding: RouterMiddleware {
  let faulty: FaultyAWS

  func handle(
    _ request: Request, context: BasicRequestContext,
    next: (Request, BasicRequestContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await faulty.answer(to: request)
    } catch is HTTPClientError {
      return Response(status: .badGateway)
    }
  }
}
