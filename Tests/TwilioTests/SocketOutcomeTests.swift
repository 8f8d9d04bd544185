import Alerts
import TestSupport
import Testing
import Twilio

/// What a send says of itself when the other end of a real connection misbehaves.
@Suite struct SocketOutcomeTests {
  private func outcome(
    ofSendingTo url: String, timeLimit: Duration = .seconds(60)
  ) async throws -> SendOutcome {
    let transport = AsyncTwilioTransport()
    let outcome = await TwilioClient(baseURL: url, transport: transport).send(
      try Account.message(), with: try Account.credentials(), timeLimit: timeLimit)
    try await transport.shutdown()
    return outcome
  }

  /// Sends to a server that `serve` plays, after it has read something of the request.
  private func outcome(
    timeLimit: Duration = .seconds(60),
    _ serve: @escaping @Sendable (LoopbackServer.Connection) async -> Void
  ) async throws -> SendOutcome {
    let server = try LoopbackServer()
    async let outcome = outcome(
      ofSendingTo: "http://127.0.0.1:\(server.port)", timeLimit: timeLimit)
    let connection = await server.accept()
    await connection.readRequest()
    await serve(connection)
    return try await outcome
  }

  private func isRefusedForNow(_ outcome: SendOutcome) -> Bool {
    guard case .refusedForNow(nil, nil, let message) = outcome else { return false }
    return message.hasPrefix("not connected")
  }

  private func isUnknown(_ outcome: SendOutcome) -> Bool {
    guard case .unknown = outcome else { return false }
    return true
  }

  @Test func `nobody listens: certainly not sent`() async throws {
    let outcome = try await outcome(ofSendingTo: "http://127.0.0.1:\(freePort())")
    #expect(isRefusedForNow(outcome), "\(outcome)")
  }

  @Test func `a host without an address: certainly not sent`() async throws {
    let outcome = try await outcome(ofSendingTo: "http://no-such-host.invalid")
    #expect(isRefusedForNow(outcome), "\(outcome)")
  }

  @Test func `a port that doesn't speak TLS: certainly not sent`() async throws {
    let server = try LoopbackServer()
    async let outcome = outcome(ofSendingTo: "https://127.0.0.1:\(server.port)")
    let connection = await server.accept()
    await connection.readRequest()
    connection.finish("HTTP/1.1 400 Bad Request\r\n\r\n")
    let result = try await outcome
    #expect(isRefusedForNow(result), "\(result)")
  }

  @Test func `a connection that isn't free in time: certainly not sent`() async throws {
    let server = try LoopbackServer()
    let transport = AsyncTwilioTransport(connections: 1)
    let client = TwilioClient(baseURL: "http://127.0.0.1:\(server.port)", transport: transport)
    let message = try Account.message()
    let credentials = try Account.credentials()
    let first = Task {
      await client.send(message, with: credentials, timeLimit: .seconds(600))
    }
    let connection = await server.accept()
    await connection.readRequest()
    let second = await client.send(message, with: credentials, timeLimit: .milliseconds(50))
    #expect(isRefusedForNow(second), "\(second)")
    connection.finish()
    #expect(isUnknown(await first.value))
    try await transport.shutdown()
  }

  @Test func `the server closes at once: never taken for accepted or for final`() async throws {
    let server = try LoopbackServer()
    async let outcome = outcome(ofSendingTo: "http://127.0.0.1:\(server.port)")
    await server.accept().finish()
    // Whether the form left before the client saw the end is chance; both answers are true.
    let result = try await outcome
    #expect(isRefusedForNow(result) || isUnknown(result), "\(result)")
  }

  @Test func `the server closes after it has read: it may have been sent`() async throws {
    let outcome = try await outcome { $0.finish() }
    #expect(isUnknown(outcome), "\(outcome)")
  }

  @Test func `the server resets the connection: it may have been sent`() async throws {
    let outcome = try await outcome { $0.reset() }
    #expect(isUnknown(outcome), "\(outcome)")
  }

  @Test func `the server never answers: it may have been sent`() async throws {
    let outcome = try await outcome(timeLimit: .seconds(3)) { await $0.readToEnd() }
    #expect(outcome == .unknown("no answer in time"))
  }

  @Test func `the server stops in the middle of its answer: it may have been sent`() async throws {
    let outcome = try await outcome(timeLimit: .seconds(3)) { connection in
      connection.write("HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"sid\":")
      await connection.readToEnd()
    }
    #expect(outcome == .unknown("no answer in time"))
  }

  @Test func `the server answers what isn't HTTP: it may have been sent`() async throws {
    let outcome = try await outcome { $0.finish("garbage\r\n\r\n") }
    #expect(isUnknown(outcome), "\(outcome)")
  }

  @Test(arguments: [
    #"{"sid": "SM0123456789abcdef01"#, #"{"sid":"SM1"}"#, #"{"status":"queued"}"#, "",
    #"{"sid":"CA0123456789abcdef0123456789abcdef"}"#,
  ])
  func `201 without the name of a message: it may have been sent`(body: String) async throws {
    let outcome = try await outcome {
      $0.finish("HTTP/1.1 201 Created\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }
    #expect(outcome == .unknown("HTTP 201 without the name of what was made"))
  }

  @Test func `201 with the name of a message: accepted`() async throws {
    let body = #"{"sid":"\#(Account.messageSID)","status":"queued"}"#
    let outcome = try await outcome {
      $0.finish("HTTP/1.1 201 Created\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }
    #expect(outcome == .accepted(sid: Account.messageSID))
  }

  @Test func `a redirection is followed by nobody: it may have been sent`() async throws {
    let outcome = try await outcome {
      $0.finish("HTTP/1.1 307 There\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n")
    }
    #expect(outcome == .unknown("HTTP 307"))
  }
}
