import Foundation
import Testing

@testable import AWSClient

@Suite struct CredentialsRefreshTests {
  private let get = DynamoDB.GetItem(table: "t", key: ["id": "1"])

  /// Whose key each request to DynamoDB was signed with.
  private func signers(_ test: TestClient) -> [String] {
    test.transport.requests.compactMap { request in
      request.headers.first { $0.name == "authorization" }?.value
        .firstMatch(of: /Credential=([^\/]*)/).map { String($0.1) }
    }
  }

  @Test func `a role's credentials come from the token service, unsigned, and are kept`()
    async throws
  {
    let test = try TestClient(
      TestClient.role, .roleCredentials("A", until: "2026-11-26T13:00:00Z"), .json("{}"),
      .json("{}"))
    _ = try await test.client.send(get)
    _ = try await test.client.send(get)
    let first = try #require(test.transport.requests.first)
    #expect(first.url == "https://sts.us-west-1.amazonaws.com/")
    #expect(!first.headers.contains { $0.name == "authorization" })
    #expect(
      String(decoding: first.body, as: UTF8.self)
        == "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A"
        + "123456789012%3Arole%2Fworker&RoleSessionName=bizcomms&WebIdentityToken=web-token-1")
    #expect(signers(test) == ["A", "A"])
    #expect(
      test.transport.requests.last?.headers.contains(
        HeaderField("x-amz-security-token", "token-of-A")) == true)
  }

  @Test func `everybody who needs credentials shares one refresh`() async throws {
    let (release, releasing) = AsyncStream<Void>.makeStream()
    let (arrived, arrival) = AsyncStream<Void>.makeStream()
    let test = try TestClient(
      TestClient.role,
      .from { _ in
        arrival.yield()
        for await _ in release { break }
        return TransportResponse(
          status: 200, body: Array(roleCredentialsXML("A", until: "2026-11-26T13:00:00Z").utf8))
      }, .json("{}"), .json("{}"), .json("{}"))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 1...3 { group.addTask { _ = try await test.client.send(get) } }
      for await _ in arrived { break }
      releasing.yield()
      try await group.waitForAll()
    }
    #expect(test.transport.requests.count == 4)
    #expect(signers(test) == ["A", "A", "A"])
  }

  @Test func `new ones are fetched 5 minutes before the end, with the token of then`()
    async throws
  {
    let (arrived, arrival) = AsyncStream<Void>.makeStream()
    let test = try TestClient(
      TestClient.role, .roleCredentials("A", until: "2026-11-26T13:00:00Z"), .json("{}"))
    _ = try await test.client.send(get)
    test.time.advance(by: .seconds(54 * 60))
    let cache = try #require(test.client.credentials)
    #expect(try await cache.current().accessKeyID == "A")
    #expect(test.transport.requests.count == 2)

    let later = try TestClient(
      TestClient.role, .roleCredentials("A", until: "2026-11-26T13:00:00.000Z"),
      .from { _ in
        arrival.yield()
        return TransportResponse(
          status: 200, body: Array(roleCredentialsXML("B", until: "2026-11-26T14:00:00Z").utf8))
      })
    let ageing = try #require(later.client.credentials)
    #expect(try await ageing.current().accessKeyID == "A")
    later.time.advance(by: .seconds(56 * 60))
    later.time.setFile("/var/token", "web-token-2")
    #expect(try await ageing.current().accessKeyID == "A")
    for await _ in arrived { break }
    await ageing.refresh?.value
    #expect(try await ageing.current().accessKeyID == "B")
    let body = String(decoding: later.transport.requests[1].body, as: UTF8.self)
    #expect(body.hasSuffix("&WebIdentityToken=web-token-2"))
    #expect(later.time.readFiles == ["/var/token", "/var/token"])
  }

  @Test func `where a refresh fails the old ones go on, and that is logged once a minute`()
    async throws
  {
    let refusal = FakeTransport.Reply.answer(
      TransportResponse(
        status: 400,
        body: Array(
          """
          <ErrorResponse><Error><Code>IDPRejectedClaim</Code><Message>no: web-token-1</Message></Error>
          </ErrorResponse>
          """.utf8)))
    let test = try TestClient(
      TestClient.role, .roleCredentials("A", until: "2026-11-26T13:00:00Z"), refusal, refusal)
    let cache = try #require(test.client.credentials)
    _ = try await cache.current()
    test.time.advance(by: .seconds(56 * 60))
    for _ in 1...3 {
      #expect(try await cache.current().accessKeyID == "A")
      await cache.refresh?.value
    }
    #expect(test.transport.requests.count == 2)
    let line = """
      credentials were not refreshed: STS AssumeRoleWithWebIdentity: IDPRejectedClaim: no: (redacted) \
      (HTTP 400)
      """
    #expect(test.log.warnings == [line])
    test.time.advance(by: .seconds(61))
    #expect(try await cache.current().accessKeyID == "A")
    await cache.refresh?.value
    #expect(test.log.warnings == [line, line])
    // After their end there is nothing left to use.
    test.time.advance(by: .seconds(240))
    for _ in 1...2 {
      let error = await failure { () async throws(AWSError) in try await test.client.send(get) }
      #expect(error?.cause == .noCredentials)
    }
    #expect(test.log.warnings.count == 3)
  }

  @Test func `where a service finds a token expired, others are fetched once and the call goes on`()
    async throws
  {
    let test = try TestClient(
      TestClient.role, .roleCredentials("A", until: "2026-11-26T13:00:00Z"),
      .refusal("ExpiredTokenException"), .roleCredentials("B", until: "2026-11-26T13:00:00Z"),
      .json("{}"))
    _ = try await test.client.send(get)
    #expect(signers(test) == ["A", "B"])
    #expect(test.time.pauses.isEmpty)

    let hopeless = try TestClient(
      TestClient.role, .roleCredentials("A", until: "2026-11-26T13:00:00Z"),
      .refusal("ExpiredTokenException"), .roleCredentials("B", until: "2026-11-26T13:00:00Z"),
      .refusal("ExpiredTokenException"))
    let error = await failure { () async throws(AWSError) in try await hopeless.client.send(get) }
    #expect(error?.code == "ExpiredTokenException")
    #expect(error?.attempts == 2)
  }

  @Test func `a key in the environment that has expired is not tried again`() async throws {
    let test = try TestClient(.refusal("ExpiredToken"))
    let error = await failure { () async throws(AWSError) in try await test.client.send(get) }
    #expect(error?.code == "ExpiredToken")
    #expect(test.transport.requests.count == 1)
  }

  @Test func `a token file that can't be read is told by its variable`() async throws {
    let test = try TestClient(TestClient.role)
    test.time.setFile("/var/token", nil)
    let error = await failure { () async throws(AWSError) in try await test.client.send(get) }
    #expect(
      error?.message.hasPrefix(
        "the file of AWS_WEB_IDENTITY_TOKEN_FILE, /var/token, can't be read: ") == true)
    #expect(error?.isRetryable == true)
  }
}
