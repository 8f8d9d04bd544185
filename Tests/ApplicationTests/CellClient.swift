import AsyncHTTPClient
import JSONText
import NIOCore
import NIOHTTP1

/// A caller of the API over HTTP.
struct CellClient: Sendable {
  let base: String
  let key: String

  /// An answer, read.
  struct Answer: Sendable {
    let status: UInt
    let json: JSONValue
  }

  func send(_ method: String, _ path: String, _ body: String? = nil) async throws -> Answer {
    var request = HTTPClientRequest(url: base + path)
    request.method = HTTPMethod(rawValue: method)
    request.headers.add(name: "X-API-Key", value: key)
    if let body {
      request.headers.add(name: "Content-Type", value: "application/json")
      request.body = .bytes(ByteBuffer(string: body))
    }
    let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
    let bytes = try await response.body.collect(upTo: 1 << 20)
    return Answer(
      status: response.status.code,
      json: (try? JSONValue(reading: bytes.readableBytesView)) ?? .null)
  }

  /// Returns as soon as the service is ready; throws after a minute.
  func waitUntilReady() async throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while true {
      do {
        if try await send("GET", "/readyz").status == 200 { return }
      } catch {
        // Nobody listens yet.
      }
      guard ContinuousClock.now < deadline else { throw NotReady() }
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  struct NotReady: Error {}
}
