import AWSClient
import TestSupport
import Testing

@Suite struct AsyncHTTPTransportTests {
  private func failureOfSending(to url: String) async throws -> TransportFailure? {
    let transport = AsyncHTTPTransport()
    let failure = await failure { () async throws(TransportFailure) in
      try await transport.send(
        TransportRequest(method: "GET", url: url, headers: [], body: []))
    }
    try await transport.shutdown()
    return failure
  }

  @Test func `nobody listens: nothing was sent`() async throws {
    let failure = try await failureOfSending(to: "http://127.0.0.1:\(freePort())/")
    guard case .notConnected(let why) = failure else {
      Issue.record("not .notConnected: \(String(describing: failure))")
      return
    }
    #expect(why.contains("Connection refused"))
  }

  @Test func `a host without a name: nothing was sent`() async throws {
    let failure = try await failureOfSending(to: "http://no-such-host.invalid/")
    guard case .notConnected = failure else {
      Issue.record("not .notConnected: \(String(describing: failure))")
      return
    }
  }

  @Test func `a transport that is shut down sends nothing`() async throws {
    let transport = AsyncHTTPTransport()
    try await transport.shutdown()
    let failure = await failure { () async throws(TransportFailure) in
      try await transport.send(
        TransportRequest(method: "GET", url: "http://127.0.0.1:1/", headers: [], body: []))
    }
    guard case .notConnected = failure else {
      Issue.record("not .notConnected: \(String(describing: failure))")
      return
    }
  }
}
