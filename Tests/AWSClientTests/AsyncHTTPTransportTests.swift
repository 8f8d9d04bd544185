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

  /// Sends a request to `server`, which `serve` plays.
  private func sending(
    to server: LoopbackServer,
    _ serve: (LoopbackServer.Connection, Task<Outcome, Never>) async -> Void
  ) async throws -> Outcome {
    let transport = AsyncHTTPTransport()
    let request = TransportRequest(
      method: "POST", url: "http://127.0.0.1:\(server.port)/", headers: [], body: Array("b".utf8))
    let sending = Task { () -> Outcome in
      do throws(TransportFailure) {
        return .success(try await transport.send(request))
      } catch {
        return .failure(error)
      }
    }
    let connection = await server.accept()
    // What is cancelled before leaves an idle connection, which is kept.
    await connection.readRequest()
    await serve(connection, sending)
    let outcome = await sending.value
    try await transport.shutdown()
    return outcome
  }

  private typealias Outcome = Result<TransportResponse, TransportFailure>

  @Test func `a connection that breaks: it may have been done`() async throws {
    let outcome = try await sending(to: LoopbackServer()) { connection, _ in connection.finish() }
    guard case .failure(.connectionLost) = outcome else {
      Issue.record("not .connectionLost: \(outcome)")
      return
    }
  }

  @Test func `cancellation closes a connection without an answer`() async throws {
    let outcome = try await sending(to: LoopbackServer()) { connection, sending in
      sending.cancel()
      await connection.readToEnd()
    }
    guard case .failure(.cancelled) = outcome else {
      Issue.record("not .cancelled: \(outcome)")
      return
    }
  }

  @Test func `a redirection is an answer, and nothing that is followed`() async throws {
    let outcome = try await sending(to: LoopbackServer()) { connection, _ in
      connection.finish(
        "HTTP/1.1 307 There\r\nLocation: http://169.254.169.254/\r\nContent-Length: 2\r\n\r\nno")
    }
    let answer = try outcome.get()
    #expect(answer.status == 307 && String(decoding: answer.body, as: UTF8.self) == "no")
    #expect(answer.header("location") == "http://169.254.169.254/")
  }
}
