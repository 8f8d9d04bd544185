import Testing

@testable import AWSClient

@Suite struct TimeLimitTests {
  private let get = DynamoDB.GetItem(table: "t", key: ["id": "1"])
  private let limits = CallLimits(attempt: .seconds(5), call: .seconds(12))

  @Test func `an attempt without an answer ends after its time, and the call after its own`()
    async throws
  {
    let test = try TestClient(limits: limits, .silence, .silence, .silence, .json("{}"))
    let error = await failure { () async throws(AWSError) in try await test.client.send(get) }
    // 5 s, 25 ms, 5 s, 50 ms, and what is left.
    #expect(
      error?.description
        == "DynamoDB GetItem: timedOut: there was no answer within 1.925 seconds (3 attempts)")
    #expect(error?.cause == .timedOut)
    #expect(test.transport.requests.count == 3)
  }

  @Test func `a pause that would outlast the call is not made, and the last error is told`()
    async throws
  {
    let test = try TestClient(
      .refusal("Slow", status: 503, headers: [HeaderField("x-amz-retry-after", "4000")]))
    let error = await failure { () async throws(AWSError) in
      try await test.client.send(get, within: .seconds(3))
    }
    #expect(error?.code == "Slow")
    #expect(test.time.pauses.isEmpty)
  }

  @Test func `a wait for messages adds to both limits`() async throws {
    let test = try TestClient(limits: limits, retries: RetryPolicy(maximumAttempts: 1), .silence)
    let error = await failure { () async throws(AWSError) in
      try await test.client.send(SQS.ReceiveMessage(queueURL: "q", waitSeconds: 20))
    }
    #expect(error?.message == "there was no answer within 25.0 seconds")
  }

  @Test func `a call without time sends nothing`() async throws {
    let test = try TestClient(.json("{}"))
    let error = await failure { () async throws(AWSError) in
      try await test.client.send(get, within: .zero)
    }
    #expect(error?.cause == .deadlineExceeded)
    #expect(test.transport.requests.isEmpty)
  }

  @Test func `cancellation ends a call that waits for its answer`() async throws {
    let (arrived, arrival) = AsyncStream<Void>.makeStream()
    let test = try TestClient(
      .from { _ in
        arrival.yield()
        await untilCancelled()
        return TransportResponse(status: 500)
      }, .json("{}"))
    let call = Task {
      await failure { () async throws(AWSError) in try await test.client.send(get) }
    }
    for await _ in arrived { break }
    call.cancel()
    #expect(await call.value?.cause == .cancelled)
    #expect(test.transport.requests.count == 1)
  }

  @Test func `cancellation during a pause ends the call`() async throws {
    let (arrived, arrival) = AsyncStream<Void>.makeStream()
    let (release, releasing) = AsyncStream<Void>.makeStream()
    let test = try TestClient(
      .from { _ in
        arrival.yield()
        // Does not hear of the cancellation, as an answer that is there already.
        await Task.detached { for await _ in release { break } }.value
        return TransportResponse(status: 503)
      }, .json("{}"))
    let call = Task {
      await failure { () async throws(AWSError) in try await test.client.send(get) }
    }
    for await _ in arrived { break }
    call.cancel()
    releasing.yield()
    #expect(await call.value?.cause == .cancelled)
    #expect(test.transport.requests.count == 1)
  }

  @Test func `cancellation ends a call that waits for credentials, and the refresh goes on`()
    async throws
  {
    let (arrived, arrival) = AsyncStream<Void>.makeStream()
    let (release, releasing) = AsyncStream<Void>.makeStream()
    let test = try TestClient(
      TestClient.role,
      .from { _ in
        arrival.yield()
        for await _ in release { break }
        return TransportResponse(
          status: 200, body: Array(roleCredentialsXML("A", until: "2026-11-26T13:00:00Z").utf8))
      }, .json("{}"))
    let call = Task {
      await failure { () async throws(AWSError) in try await test.client.send(get) }
    }
    for await _ in arrived { break }
    call.cancel()
    #expect(await call.value?.cause == .cancelled)
    releasing.yield()
    _ = try await test.client.send(get)
    #expect(test.transport.requests.count == 2)
  }

  @Test func `a call waits for credentials no longer than for anything else`() async throws {
    let test = try TestClient(
      TestClient.role, limits: CallLimits(attempt: .seconds(5), call: .seconds(3)), .silence)
    let error = await failure { () async throws(AWSError) in try await test.client.send(get) }
    #expect(
      error?.description
        == "DynamoDB GetItem: deadlineExceeded: credentials did not come in time (0 attempts)")
  }
}
